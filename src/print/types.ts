import type { FontFolders } from '../base/fonts/font-packages.ts';
import type { MadeSlide } from '../findings/messages/slide-messages.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import type { Bundle } from '../slidev/job.ts';

/** A generated deck, ready to print. */
export interface PrintableDeck {
  /** Unique among decks printed together. */
  slug: string;
  title: string;
  author: string;
  /** Topic, for a library's catalogue. */
  subject: string;
  keywords: readonly string[];
  /** BCP 47, such as `zh-CN`. */
  lang: string;
  /** A CSS colour, using the theme's palette. */
  accent: string;
  /** The theme's variant. */
  look: string;
  /** The complete generated Slidev Markdown. */
  text: string;
  /** Source positions for findings: one per slide, in order. */
  origins: readonly SlideOrigin[];
  /** Entries of the PDF's outline. */
  outline: readonly SlideOutline[];
}

interface SlideOutline {
  readonly title: string;
  /** 0-based in the deck. */
  readonly slide: number;
  readonly children: readonly SlideOutline[];
}

export interface SlideOrigin {
  /** Relative to the root, with forward slashes. */
  file: string;
  /** 1-based. */
  line: number;
  /** What the slide is, if it does not come from a section. */
  made?: MadeSlide;
}

/** A file that a deck shows, such as an image. */
export interface PrintAsset {
  /** Relative to the decks' folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

export interface PrintProgress {
  stage: 'bundle' | 'browser' | 'audit' | 'print';
  /** Slides, or for `browser` 0 or 1. */
  done: number;
  total: number;
  /** The deck just completed, in `audit` and `print`. */
  deck?: string;
}

export interface AuditOptions {
  decks: readonly PrintableDeck[];
  assets: readonly PrintAsset[];
  /** Absolute path of the Slidev theme. */
  themeRoot: string;
  /** Fonts of the meetup; by default those that talkdeck finds. */
  fontFolders?: FontFolders;
  /** Absolute path of a folder that stores what all bundles share; null to build everything again. */
  shellFolder?: string | null;
  /** A process being started, for the first bundle. It is used up or ended. */
  bundler?: Bundler;
  /** A Chrome, Chromium or Edge to use; by default one is searched for. */
  browserPath?: string;
  onProgress?(event: PrintProgress): void;
  /** Stops everything that was started; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Time limit for the slides to become ready in the browser, in milliseconds; 60 000 by default. */
  timeoutMs?: number;
}

/** A product made from a deck. */
export type Product =
  /** A page per slide, or per click. */
  | { readonly kind: 'pdf'; readonly clicks: boolean }
  /** Slides with their notes on paper. */
  | { readonly kind: 'handout'; readonly perPage: 2 | 3 }
  /** Notes with a picture of each slide, for the speaker. */
  | { readonly kind: 'notes' }
  /** A picture per slide; at scale 1, a CSS pixel is one pixel. */
  | { readonly kind: 'png'; readonly scale: number }
  | { readonly kind: 'pptx' }
  /** All slides, with the code to present them, in one file that a browser opens. */
  | { readonly kind: 'html' };

export interface PrintOptions extends AuditOptions {
  /** The products of each deck; by default a PDF with a page per slide. */
  productsOf?(deck: PrintableDeck): readonly Product[];
  onPrinted?(printed: PrintedDeck): void | Promise<void>;
}

export interface PrintedFile {
  /** Below the output folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

export interface PrintedProduct {
  product: Product;
  files: readonly PrintedFile[];
  /** Pages of a PDF, otherwise slides. */
  pages: number;
}

export interface PrintedDeck {
  slug: string;
  products: readonly PrintedProduct[];
  slides: number;
  /** From inspection to the last product; bundling and opening the page are shared by decks. */
  seconds: number;
  /** Warnings. */
  failures: readonly SlideFailure[];
  /** For slides with warnings. */
  pictures: readonly SlidePicture[];
}

/**
 * - `compile`: Slidev or Vue could not compile the slide, or a file in it is missing
 * - `runtime`: the slide threw an error while rendering
 * - `not-ready`: the slide, or a diagram or picture in it, was not ready in time
 * - `image`: a picture or diagram could not be shown
 * - `upscaled`: a picture is shown larger than its pixels; not an error
 * - `overflow`: content is larger than its box, cut off, or runs over the edge or the footer
 * - `overlap`: texts, or a text and a picture, overlap
 * - `small-text`, `small-diagram`: text too small to be read from afar
 * - `contrast`: text with too little contrast to its background
 * - `glyph`: a character that no font has
 * - `dead-link`: a link to a slide that the deck does not have
 * - `network`: the slide requests something outside of the deck; such requests are blocked
 * - `blank`: the page is empty
 * - `flattened`: in PowerPoint the slide is a picture; not an error either
 * - `picture-lost`: in PowerPoint, pictures are missing from the deck of which this is the first slide
 * - `pages`: the deck of which this is the last slide has more or fewer pages than slides
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
  | 'flattened'
  | 'picture-lost'
  | 'pages';

/** A problem with one slide of the bundle. */
export interface SlideProblem {
  /** 0-based. */
  readonly slide: number;
  readonly kind: SlideFailureKind;
  readonly detail: string;
  /** For `overflow`: by how many px the content is higher than its box, if so. */
  readonly higher?: number;
  /** For `network`: the requested address. */
  readonly url?: string;
}

export interface SlideFailure {
  slug: string;
  /** 1-based in the deck. */
  slide: number;
  origin: SlideOrigin;
  kind: SlideFailureKind;
  /** Warnings do not prevent printing. */
  severity: 'error' | 'warning';
  detail: string;
  /** As in SlideProblem. */
  higher?: number;
}

/** Picture of a slide with a failure. */
export interface SlidePicture {
  slug: string;
  /** 1-based in the deck. */
  slide: number;
  png: Uint8Array;
}

export interface AuditResult {
  /** In the order of the slides. */
  failures: readonly SlideFailure[];
  /** One for each slide with a failure, unless the browser could not take it. */
  pictures: readonly SlidePicture[];
  slides: number;
  /** Number of checks made. */
  checks: number;
  /** Addresses that the theme, not a slide, requested and did not get: outside of the decks, or missing. */
  blocked: readonly string[];
}

/**
 * An error prevents a deck from being printed. A picture with too few pixels does not: it shows everything it has, and
 * its owner may have no larger one.
 */
export function severityOf(kind: SlideFailureKind): SlideFailure['severity'] {
  return kind === 'upscaled' || kind === 'flattened' ? 'warning' : 'error';
}

/** Position of each deck's slides in the bundle. */
export interface DeckSpan {
  /** 0-based. */
  readonly first: number;
  readonly count: number;
}

export function deckSpans({ slides }: Bundle, decks: number): readonly DeckSpan[] {
  return Array.from({ length: decks }, (_, deck) => ({
    first: slides.findIndex((slide) => slide.deck === deck),
    count: slides.filter((slide) => slide.deck === deck).length,
  }));
}
