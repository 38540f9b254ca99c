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
  /** Of the Q&A deck, in order. */
  readonly questions: readonly StageQuestion[];
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
  /** The same, as plain text; empty for a slide without a title. */
  readonly words: string;
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

export interface StageQuestion {
  /** Number of its first slide. */
  readonly slide: number;
  readonly text: string;
  readonly topic: string;
  readonly askedBy: string;
}

/** What covers the audience's screen. */
export type Cover =
  | { readonly kind: 'black' | 'white' }
  /** A break of the manifest; `until` in milliseconds since 1970, null where nothing says how long it is. */
  | { readonly kind: 'break'; readonly index: number; readonly until: number | null };

/** What the audience sees. */
export interface Shown {
  /** Of the manifest. */
  readonly version: string;
  /** From 1, through all decks. */
  readonly slide: number;
  /** Clicks done on it, and how many it has. */
  readonly click: number;
  readonly clicks: number;
  readonly cover: Cover | null;
}

/** What a phone asks for. */
export type Steer =
  | { readonly do: 'next' | 'back' | 'black' }
  | { readonly do: 'go'; readonly slide: number };

/** What a phone is told. */
export interface RemoteState {
  /** Null before a window has said it. */
  readonly shown: Shown | null;
  /** Seconds since the deck was first shown. */
  readonly used: number;
  /** Whether a window that presents is open. */
  readonly isOpen: boolean;
}

/** Where phones come in. */
export interface PhoneAddresses {
  /** Who opens it looks. */
  readonly guest: string;
  /** Who opens it steers. */
  readonly device: string;
}

/** What the presenter's window is told. */
export interface StageState {
  /** The newest that can be presented. */
  readonly version: string;
  /** Errors in content/ as it is now, which keep a newer one from being built. */
  readonly errors: readonly string[];
  /** Null where the server is for this machine alone, or in no network. */
  readonly phones: (PhoneAddresses & { readonly connected: number }) | null;
}
