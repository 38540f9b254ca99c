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

/** Findings in one deck. */
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
  /** Number of slides in the decks added so far. */
  readonly slides: number;
  /** Number of slides in all decks. */
  readonly total: number;
  add(deck: PrintableDeck, found: DeckFindings): readonly SlideFailure[];
  /** @param unserved addresses that were requested and not served */
  result(unserved: readonly string[]): AuditResult;
}

/** Collects findings by deck, added in any order, and returns them in the order of the decks. */
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

/** @param failure 1-based slide in the deck */
export function locateFailure(
  { slide, kind, detail, higher }: Pick<SlideFailure, 'slide' | 'kind' | 'detail' | 'higher'>,
  { slug, origins }: PrintableDeck,
): SlideFailure {
  // A template that makes more slides than the model has still gets an approximate position.
  const origin: SlideOrigin = origins[slide - 1] ?? origins.at(-1) ?? { file: `slides/${slug}.md`, line: 1 };
  const severity = severityOf(kind);
  return { slug, slide, origin, kind, severity, detail, ...(higher === undefined ? {} : { higher }) };
}

/** Maps a slide of the bundle to a slide of its deck and its source line. */
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
