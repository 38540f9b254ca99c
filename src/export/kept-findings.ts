import { locateFailure } from '../print/locate-problem.ts';
import type { AuditResult, PrintableDeck, SlideFailure, SlidePicture } from '../print/types.ts';
import type { CacheEntry } from './cache-entry.ts';

type Findings = Pick<AuditResult, 'failures' | 'pictures'>;

export interface KeptFindings {
  add(deck: PrintableDeck, entries: readonly CacheEntry[]): void;
  /** Those that were added, then those of `printed` that are not among them; of pictures, what was taken now. */
  with(printed: Findings): Findings;
}

/** Collects what was found when products that are kept were printed: several may know of one thing. */
export function createKeptFindings(): KeptFindings {
  const failures = new Map<string, SlideFailure>();
  const pictures = new Map<string, SlidePicture>();
  const addFailure = (failure: SlideFailure) => {
    const { slug, slide, kind, detail } = failure;
    failures.set(JSON.stringify([slug, slide, kind, detail]), failure);
  };
  const addPicture = (picture: SlidePicture) => {
    pictures.set(`${picture.slug} ${picture.slide}`, picture);
  };
  return {
    add: (deck, entries) => {
      for (const entry of entries) {
        for (const warning of entry.warnings) addFailure(locateFailure(warning, deck));
        for (const picture of entry.pictures) addPicture({ slug: deck.slug, ...picture });
      }
    },
    with: (printed) => {
      for (const failure of printed.failures) addFailure(failure);
      for (const picture of printed.pictures) addPicture(picture);
      return { failures: [...failures.values()], pictures: [...pictures.values()] };
    },
  };
}
