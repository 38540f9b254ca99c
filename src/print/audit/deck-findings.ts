import type { Bundle } from '../../slidev/job.ts';
import {
  type AuditResult,
  type PrintableDeck,
  type SlideFailure,
  type SlideOrigin,
  type SlidePicture,
  type SlideProblem,
  severityOf,
} from '../types.ts';

/** What was found in one deck. */
interface DeckFindings {
  /** Slides are numbered as in `bundle`. */
  readonly problems: readonly SlideProblem[];
  readonly bundle: Bundle;
  /** The decks of the bundle, in order. */
  readonly batch: readonly PrintableDeck[];
  readonly pictures: readonly SlidePicture[];
  readonly checks: number;
}

interface Findings {
  /** Of the decks that were added. */
  readonly slides: number;
  /** Of all decks. */
  readonly total: number;
  add(deck: PrintableDeck, found: DeckFindings): readonly SlideFailure[];
  /** @param unserved addresses that were asked for and not given */
  result(unserved: readonly string[]): AuditResult;
}

/** Collects what is found in decks, which come in any order, and gives it back in the order of the decks. */
export function createFindings(decks: readonly PrintableDeck[]): Findings {
  const failures = new Map<string, readonly SlideFailure[]>();
  const pictures = new Map<string, readonly SlidePicture[]>();
  const claimed = new Set<string | undefined>();
  let [slides, checks] = [0, 0];
  return {
    get slides() {
      return slides;
    },
    total: decks.reduce((sum, { origins }) => sum + origins.length, 0),
    add: ({ slug, origins }, found) => {
      const located = found.problems.map((problem) => locateProblem(problem, found.bundle, found.batch));
      failures.set(slug, located);
      pictures.set(slug, found.pictures);
      for (const { url } of found.problems) claimed.add(url);
      slides += origins.length;
      checks += found.checks;
      return located;
    },
    result: (unserved) => ({
      failures: decks.flatMap(({ slug }) => failures.get(slug) ?? []),
      pictures: decks.flatMap(({ slug }) => pictures.get(slug) ?? []),
      slides,
      checks,
      blocked: unserved.filter((url) => !claimed.has(url)),
    }),
  };
}

/** @param failure its slide is 1-based in the deck */
export function locateFailure(
  { slide, kind, detail, higher }: Pick<SlideFailure, 'slide' | 'kind' | 'detail' | 'higher'>,
  { slug, origins }: PrintableDeck,
): SlideFailure {
  // A template that makes more slides than the model knows still gets an answer near to the truth.
  const origin: SlideOrigin = origins[slide - 1] ?? origins.at(-1) ?? { file: `slides/${slug}.md`, line: 1 };
  const severity = severityOf(kind);
  return { slug, slide, origin, kind, severity, detail, ...(higher === undefined ? {} : { higher }) };
}

/** From a slide of the bundle to a slide of its deck and the line that it was made from. */
function locateProblem(
  { slide, ...problem }: SlideProblem,
  bundle: Bundle,
  decks: readonly PrintableDeck[],
): SlideFailure {
  const place = bundle.slides[slide];
  const deck = place && decks[place.deck];
  if (!deck) throw new RangeError(`the bundle has no slide ${slide}`);
  return locateFailure({ ...problem, slide: place.index + 1 }, deck);
}
