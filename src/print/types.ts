/** A generated deck, ready to print. */
export interface PrintableDeck {
  /** Unique among the decks that are printed together. */
  slug: string;
  title: string;
  author: string;
  /** BCP 47, such as `zh-CN`. */
  lang: string;
  /** A CSS colour, in terms of the theme's palette. */
  accent: string;
  /** The theme's variant. */
  look: string;
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
  /** In `audit` and `print`, `done` and `total` count decks. */
  stage: 'bundle' | 'browser' | 'audit' | 'print';
  done: number;
  total: number;
}

export interface AuditOptions {
  decks: readonly PrintableDeck[];
  assets: readonly PrintAsset[];
  /** Absolute path of the Slidev theme. */
  themeRoot: string;
  /** A Chrome, Chromium or Edge to use; by default one is looked for. */
  browserPath?: string;
  onProgress?(event: PrintProgress): void;
  /** Stops everything that was started; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** How long the slides may take to get ready in the browser, in milliseconds; 60 000 by default. */
  timeoutMs?: number;
}

export interface PrintOptions extends AuditOptions {
  /** Whether slides are looked at first; to measure what that costs. True by default. */
  audit?: boolean;
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
 * - `upscaled`: a picture has fewer pixels than it is shown with; the only one that is no error
 * - `overflow`: content is larger than its box, cut off, or runs over the edge or the footer
 * - `overlap`: texts, or a text and a picture, are drawn over each other
 * - `small-text`, `small-diagram`: text that is too small to be read from afar
 * - `contrast`: text that is too faint for its background
 * - `glyph`: a character that no font has
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
  | 'upscaled'
  | 'overflow'
  | 'overlap'
  | 'small-text'
  | 'small-diagram'
  | 'contrast'
  | 'glyph'
  | 'dead-link'
  | 'network'
  | 'blank'
  | 'pages';

/** Something about one slide of the bundle. */
export interface SlideProblem {
  /** 0-based. */
  readonly slide: number;
  readonly kind: SlideFailureKind;
  readonly detail: string;
  /** Of `network`: what was asked for. */
  readonly url?: string;
}

export interface SlideFailure {
  slug: string;
  /** 1-based in the deck. */
  slide: number;
  origin: Origin;
  kind: SlideFailureKind;
  /** Warnings do not keep a deck from being printed. */
  severity: 'error' | 'warning';
  detail: string;
}

/** How a slide looks that has a failure. */
export interface SlidePicture {
  slug: string;
  /** 1-based in the deck. */
  slide: number;
  png: Uint8Array;
}

export interface AuditResult {
  /** In the order of the slides. */
  failures: readonly SlideFailure[];
  /** One of each slide that has a failure, unless the browser could not take it. */
  pictures: readonly SlidePicture[];
  slides: number;
  /** How many questions were asked about slides. */
  checks: number;
  /** Addresses that the theme, not a slide, asked for and did not get: outside of the decks, or not there. */
  blocked: readonly string[];
}

export interface PrintResult extends AuditResult {
  printed: readonly PrintedDeck[];
}
