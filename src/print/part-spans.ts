import type { DeckSpan } from './deck-spans.ts';

/** Pages side by side cost a load of the bundle each: worth it from about three decks. */
const FEWEST_SLIDES = 40;

/** Decks that are looked at on one page, one after the other. */
export interface Lane {
  /** Of all their slides. */
  readonly span: DeckSpan;
  /** Index of the first deck, and how many. */
  readonly deck: number;
  readonly decks: number;
}

/**
 * Parts decks that stand one after the other in a bundle, for pages that are worked on side by side.
 * @param most how many parts at most
 */
export function partSpans(spans: readonly DeckSpan[], most: number): readonly Lane[] {
  const slides = spans.reduce((sum, { count }) => sum + count, 0);
  const parts = Math.max(1, Math.min(most, Math.floor(slides / FEWEST_SLIDES), spans.length));
  const lanes: Lane[] = [];
  let taken = 0;
  let lane = -1;
  for (const [deck, { first, count }] of spans.entries()) {
    const at = Math.floor(((taken + count / 2) / Math.max(1, slides)) * parts);
    taken += count;
    const current = lanes.at(-1);
    if (current && at === lane) {
      const span = { first: current.span.first, count: current.span.count + count };
      lanes[lanes.length - 1] = { ...current, span, decks: current.decks + 1 };
    } else {
      lanes.push({ span: { first, count }, deck, decks: 1 });
      lane = at;
    }
  }
  return lanes;
}
