import type { Bundle } from '../../slidev/job.ts';
import { locateProblem } from '../locate-problem.ts';
import type { AuditResult, PrintableDeck, SlideFailure, SlidePicture, SlideProblem } from '../types.ts';

/** What was found in one deck. */
export interface DeckFindings {
  /** Slides are numbered as in `bundle`. */
  readonly problems: readonly SlideProblem[];
  readonly bundle: Bundle;
  /** The decks of the bundle, in order. */
  readonly batch: readonly PrintableDeck[];
  readonly pictures: readonly SlidePicture[];
  readonly checks: number;
}

export interface Findings {
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
