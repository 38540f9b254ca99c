import type { Bundle } from '../slidev/job.ts';
import { severityOf } from './severity-of.ts';
import type { Origin, PrintableDeck, SlideFailure, SlideProblem } from './types.ts';

/** From a slide of the bundle to a slide of its deck and the line that it was made from. */
export function locateProblem(
  { slide, kind, detail }: SlideProblem,
  bundle: Bundle,
  decks: readonly PrintableDeck[],
): SlideFailure {
  const place = bundle.slides[slide];
  const deck = place && decks[place.deck];
  if (!deck) throw new RangeError(`the bundle has no slide ${slide}`);
  return locateFailure({ slide: place.index + 1, kind, detail }, deck);
}

/** @param failure its slide is 1-based in the deck */
export function locateFailure(
  { slide, kind, detail }: Pick<SlideFailure, 'slide' | 'kind' | 'detail'>,
  { slug, origins }: PrintableDeck,
): SlideFailure {
  // A template that makes more slides than the model knows still gets an answer near to the truth.
  const origin: Origin = origins[slide - 1] ?? origins.at(-1) ?? { file: `slides/${slug}.md`, line: 1 };
  return { slug, slide, origin, kind, severity: severityOf(kind), detail };
}
