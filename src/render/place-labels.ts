import type { Text } from '../deck/slide.ts';

/** Position of a value beside its point: above a peak, below a valley, above the end of a rising or falling line. */
export type PlacedValue = 'peak' | 'valley' | 'rising' | 'falling';

/** Whether a label is all bold, which highlights its part of a chart. */
export function isForward(label: Text): boolean {
  return label.length > 0 && label.every(({ type }) => type === 'strong');
}

/** Where the line leaves room for a value. @param before height of the preceding point, if any */
export function placeOf(before: number | undefined, y: number, after: number | undefined): PlacedValue {
  const isUp = before === undefined ? after !== undefined && after > y : y > before;
  const goesUp = after === undefined ? isUp : after > y;
  if (isUp) return goesUp ? 'rising' : 'peak';
  // Near the bottom there is no room below a point.
  return goesUp && y > LOW ? 'valley' : goesUp ? 'peak' : 'falling';
}

/** Of 100. */
const LOW = 16;

interface Label {
  readonly text: string;
  /** In pixels. */
  readonly x: number;
  readonly place: PlacedValue;
  readonly isFirst: boolean;
  readonly weight: number;
}

/**
 * The labels along a line for which there is room: first the highlighted ones, then the last, the first and the
 * heaviest, then the others in order.
 * @param size of the type, in pixels
 */
export function shownLabels(labels: readonly Label[], size: number): ReadonlySet<number> {
  const rank = ({ isFirst, weight }: Label, at: number) => {
    if (isFirst) return 0;
    if (at === labels.length - 1) return 1;
    return at === 0 ? 2 : weight > 0 ? 3 : 4;
  };
  const order = labels.map((label, at) => ({ at, rank: rank(label, at) }));
  const taken: { readonly left: number; readonly right: number }[] = [];
  const shown = new Set<number>();
  for (const { at } of order.sort((a, b) => a.rank - b.rank || a.at - b.at)) {
    const label = labels[at];
    if (!label) continue;
    const width = widthOf(label.text) * size + GAP;
    const left = label.x - (label.place === 'rising' ? width : label.place === 'falling' ? 0 : width / 2);
    if (taken.some((other) => left < other.right && other.left < left + width)) continue;
    taken.push({ left, right: left + width });
    shown.add(at);
  }
  return shown;
}

/** Minimum space between two labels, in pixels. */
const GAP = 12;

/** Approximate width of digits and words, in em. */
export function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (sign > '\u2e80' ? 1 : 0.62), 0);
}

/** Heights of labels after the ends of lines, 0 to 100, moved apart if they would touch. */
export function spreadEnds(ys: readonly number[]): readonly number[] {
  const order = ys.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y);
  // Upwards, then back down from the top.
  for (const [index, end] of order.entries()) {
    const below = order[index - 1];
    if (below) end.y = Math.max(end.y, below.y + APART);
  }
  let top = 100;
  for (const end of [...order].reverse()) {
    end.y = Math.min(end.y, top);
    top = end.y - APART;
  }
  return ys.map((_, at) => Math.round((order.find((end) => end.at === at)?.y ?? 0) * 100) / 100);
}

/** Minimum distance of two such labels, of 100. */
const APART = 16;
