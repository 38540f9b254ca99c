/** A generated deck, ready to print. */
export interface PrintableDeck {
  /** Unique among the decks that are printed together. */
  slug: string;
  title: string;
  author: string;
  /** BCP 47, such as `zh-CN`. */
  lang: string;
  /** Index in the theme's palette, from 0. */
  accent: number;
  /** The whole generated Slidev Markdown. */
  text: string;
  /** What a finding points at: one entry for each slide, in order. */
  origins: readonly Origin[];
}

export interface Origin {
  /** Relative to the root, with forward slashes. */
  file: string;
  /** 1-based. */
  line: number;
}

/** A file that a deck shows, such as an image. */
export interface PrintAsset {
  /** Relative to the decks' folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

export interface PrintProgress {
  stage: 'bundle' | 'browser' | 'print';
  done: number;
  total: number;
}

export interface PrintOptions {
  decks: readonly PrintableDeck[];
  assets: readonly PrintAsset[];
  /** Absolute path of the Slidev theme. */
  themeRoot: string;
  /** A Chrome, Chromium or Edge to use; by default one is looked for. */
  browserPath?: string;
  onProgress?(event: PrintProgress): void;
  /** Stops everything that was started; `printDecks` then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** How long the slides may take to get ready in the browser, in milliseconds; 60 000 by default. */
  timeoutMs?: number;
}

export interface PrintedDeck {
  slug: string;
  pdf: Uint8Array;
  pages: number;
}

/**
 * - `compile`: Slidev or Vue could not compile the slide, or a file that it names is missing
 * - `runtime`: the slide threw while it rendered
 * - `not-ready`: the slide, or a diagram or picture in it, did not get ready in time
 * - `image`: a picture or diagram could not be shown
 * - `overflow`: the content is higher or wider than its box
 * - `dead-link`: a link to a slide that the deck does not have
 * - `network`: the slide asks for something outside of the deck; such requests are blocked
 * - `blank`: nothing is printed on the page
 * - `pages`: the deck, of which this is the last slide, has more or fewer pages than slides
 */
export type SlideFailureKind =
  | 'compile'
  | 'runtime'
  | 'not-ready'
  | 'image'
  | 'overflow'
  | 'dead-link'
  | 'network'
  | 'blank'
  | 'pages';

export interface SlideFailure {
  slug: string;
  /** 1-based in the deck. */
  slide: number;
  origin: Origin;
  kind: SlideFailureKind;
  detail: string;
}

export interface PrintResult {
  printed: readonly PrintedDeck[];
  failures: readonly SlideFailure[];
  /** Addresses that the theme, not a slide, asked for and did not get: outside of the decks, or not there. */
  blocked: readonly string[];
}
