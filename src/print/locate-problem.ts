import type { Bundle } from '../slidev/bundle-job.ts';
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
  const { slug, origins } = deck;
  // A template that makes more slides than the model knows still gets an answer near to the truth.
  const origin: Origin = origins[place.index] ?? origins.at(-1) ?? { file: `slides/${slug}.md`, line: 1 };
  return { slug, slide: place.index + 1, origin, kind, severity: severityOf(kind), detail };
}
