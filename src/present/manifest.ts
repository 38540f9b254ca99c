/**
 * What the pages of an evening know of it. Slides are numbered through all decks, from 1, in the order in which they
 * are presented.
 */
export interface Manifest {
  /** The same for the same decks, on the same machine. */
  readonly version: string;
  /** BCP 47, of the evening. */
  readonly lang: string;
  readonly title: string;
  readonly decks: readonly StageDeck[];
  readonly slides: readonly StageSlide[];
  /** Breaks of the programme, in order. */
  readonly breaks: readonly StageBreak[];
  /** Addresses of all that the pages may ask for. */
  readonly files: readonly string[];
}

export interface StageDeck {
  readonly slug: string;
  readonly title: string;
  readonly speakers: readonly string[];
  /** Number of its cover. */
  readonly first: number;
  /** Of its slides. */
  readonly count: number;
  /** When it begins, such as `19:10`, and how many minutes it has, as far as the programme says. */
  readonly time: string | null;
  readonly minutes: number | null;
}

export interface StageSlide {
  /** Index among the decks. */
  readonly deck: number;
  /** The other name that a link may use, within its deck. */
  readonly alias: string | null;
  readonly title: string;
  /** A digest of what it shows. */
  readonly look: string;
}

export interface StageBreak {
  readonly title: string;
  readonly time: string;
  readonly minutes: number | null;
  /** Index of the deck that it follows; -1 for one before the first. */
  readonly after: number;
}

/** What the presenter's window is told. */
export interface StageState {
  /** The newest that can be presented. */
  readonly version: string;
  /** Errors in content/ as it is now, which keep a newer one from being built. */
  readonly errors: readonly string[];
}
