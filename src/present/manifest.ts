/**
 * What the pages of an evening know about it. Slides are numbered through all decks, from 1, in the order of
 * presentation.
 */
export interface Manifest {
  /** The same for the same decks, on the same machine. */
  readonly version: string;
  /** Language of the evening, BCP 47. */
  readonly lang: string;
  readonly title: string;
  readonly decks: readonly StageDeck[];
  readonly slides: readonly StageSlide[];
  /** Breaks in the programme, in order. */
  readonly breaks: readonly StageBreak[];
  /** Questions of the Q&A deck, in order. */
  readonly questions: readonly StageQuestion[];
  /** Addresses of all files that the pages may request. */
  readonly files: readonly string[];
}

export interface StageDeck {
  readonly slug: string;
  readonly title: string;
  readonly speakers: readonly string[];
  /** Number of its cover. */
  readonly first: number;
  /** Number of its slides. */
  readonly count: number;
  /** Its start, such as `19:10`, and its length in minutes, as far as the programme gives them. */
  readonly time: string | null;
  readonly minutes: number | null;
}

export interface StageSlide {
  /** Index among the decks. */
  readonly deck: number;
  /** Alternative name for links, within its deck. */
  readonly alias: string | null;
  readonly title: string;
  /** The title as plain text; empty if there is none. */
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
  /** A break of the manifest; `until` in milliseconds since 1970, null if its length is not given. */
  | { readonly kind: 'break'; readonly index: number; readonly until: number | null };

/** What the audience sees. */
export interface Shown {
  /** Version of the manifest. */
  readonly version: string;
  /** From 1, through all decks. */
  readonly slide: number;
  /** Clicks done on it, and their total. */
  readonly click: number;
  readonly clicks: number;
  readonly cover: Cover | null;
}

/** A request from a phone. */
export type Steer =
  | { readonly do: 'next' | 'back' | 'black' }
  | { readonly do: 'go'; readonly slide: number };

/** The state sent to phones. */
export interface RemoteState {
  /** Null before a window has reported it. */
  readonly shown: Shown | null;
  /** Seconds since the deck was first shown. */
  readonly used: number;
  /** Whether a window that presents is open. */
  readonly isOpen: boolean;
}

/** Addresses for phones. */
export interface PhoneAddresses {
  /** For guests, who look. */
  readonly guest: string;
  /** For devices with control. */
  readonly device: string;
}

/** The state sent to the presenter's window. */
export interface StageState {
  /** The newest version that can be presented. */
  readonly version: string;
  /** Current errors in content/, which prevent building a newer version. */
  readonly errors: readonly string[];
  /** Null if the server is only for this machine, or there is no network. */
  readonly phones: (PhoneAddresses & { readonly connected: number }) | null;
}
