import type { Deck } from '../deck/deck.ts';
import type { SlidePlace } from './state/dev-state.ts';

/** The slides of a deck that are made of a file. */
export interface ShownIn {
  /** Slug. */
  readonly deck: string;
  readonly slides: readonly {
    /** 1-based. */
    readonly slide: number;
    /** Of the file; where the slide begins. */
    readonly line: number;
  }[];
}

/** Where each file is shown, by its path: in the order of the decks. */
export function shownFiles(decks: readonly Deck[]): ReadonlyMap<string, readonly ShownIn[]> {
  const files = new Map<string, ShownIn[]>();
  for (const { slug, cover, slides } of decks) {
    const own = new Map<string, { slide: number; line: number }[]>();
    for (const [index, { origin }] of [cover, ...slides].entries()) {
      const places = own.get(origin.file) ?? [];
      places.push({ slide: index + 1, line: origin.line });
      own.set(origin.file, places);
    }
    for (const [file, places] of own) {
      const shown = files.get(file) ?? [];
      shown.push({ deck: slug, slides: places });
      files.set(file, shown);
    }
  }
  return files;
}

/**
 * The slides that a line of a file is shown on: in each deck made of the file the first of those that begin last before
 * the line; the cover where the line stands above all that is shown.
 */
export function placesOf(line: number, shown: readonly ShownIn[]): readonly SlidePlace[] {
  return shown.flatMap(({ deck, slides }) => {
    const lines = slides.map((each) => each.line);
    const before = lines.filter((first) => first <= line);
    const first = before.length > 0 ? Math.max(...before) : Math.min(...lines);
    const place = slides.find((each) => each.line === first);
    return place ? [{ deck, slide: place.slide }] : [];
  });
}
