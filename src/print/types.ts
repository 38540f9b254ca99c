import type { FontFolders } from '../base/fonts/font-packages.ts';
import type { MadeSlide } from '../findings/messages/slide-messages.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import type { Bundle } from '../slidev/job.ts';

/** A generated deck, ready to print. */
export interface PrintableDeck {
  /** Unique among the decks that are printed together. */
  slug: string;
  title: string;
  author: string;
  /** What the deck is about, for a library's catalogue. */
  subject: string;
  keywords: readonly string[];
  /** BCP 47, such as `zh-CN`. */
  lang: string;
  /** A CSS colour, in terms of the theme's palette. */
  accent: string;
  /** The theme's variant. */
  look: string;
  /** The whole generated Slidev Markdown. */
  text: string;
  /** What a finding points at: one entry for each slide, in order. */
  origins: readonly SlideOrigin[];
  /** What the PDF's outline names. */
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
  /** What the slide is, where it comes from no section. */
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
  /** Slides, and of `browser` 0 or 1. */
  done: number;
  total: number;
  /** The deck that has just been done, in `audit` and `print`. */
  deck?: string;
}

export interface AuditOptions {
  decks: readonly PrintableDeck[];
  assets: readonly PrintAsset[];
  /** Absolute path of the Slidev theme. */
  themeRoot: string;
  /** Fonts that the meetup brings; by default those that talkdeck finds. */
  fontFolders?: FontFolders;
  /** Absolute path of a folder that keeps what all bundles have in common; null to build everything again. */
  shellFolder?: string | null;
  /** A process that is being started already, for the first bundle. It is used up, or ended. */
  bundler?: Bundler;
  /** A Chrome, Chromium or Edge to use; by default one is looked for. */
  browserPath?: string;
  onProgress?(event: PrintProgress): void;
  /** Stops everything that was started; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** How long the slides may take to get ready in the browser, in milliseconds; 60 000 by default. */
  timeoutMs?: number;
}

/** What can be made of a deck. */
export type Product =
  /** A page for each slide, or for each click. */
  | { readonly kind: 'pdf'; readonly clicks: boolean }
  /** Slides with their notes on paper. */
  | { readonly kind: 'handout'; readonly perPage: 2 | 3 }
  /** Notes with a picture of each slide, for the speaker. */
  | { readonly kind: 'notes' }
  /** A picture of each slide; at scale 1, a CSS pixel is one pixel. */
  | { readonly kind: 'png'; readonly scale: number }
  | { readonly kind: 'pptx' }
  /** All slides, with what shows them, in one file that a browser opens. */
  | { readonly kind: 'html' };

export interface PrintOptions extends AuditOptions {
  /** What is made of each deck; by default a PDF with a page for each slide. */
  productsOf?(deck: PrintableDeck): readonly Product[];
  onPrinted?(printed: PrintedDeck): void | Promise<void>;
}

export interface PrintedFile {
  /** Below the folder for results, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

export interface PrintedProduct {
  product: Product;
  files: readonly PrintedFile[];
  /** Pages of a PDF; else slides. */
  pages: number;
}

export interface PrintedDeck {
  slug: string;
  products: readonly PrintedProduct[];
  slides: number;
  /** From the first look to the last product; bundling and opening the page are shared by decks. */
  seconds: number;
  /** Warnings. */
  failures: readonly SlideFailure[];
  /** Of the slides that have one. */
  pictures: readonly SlidePicture[];
}

/**
 * - `compile`: Slidev or Vue could not compile the slide, or a file that it names is missing
 * - `runtime`: the slide threw while it rendered
 * - `not-ready`: the slide, or a diagram or picture in it, did not get ready in time
 * - `image`: a picture or diagram could not be shown
 * - `upscaled`: a picture has fewer pixels than it is shown with; no error
 * - `overflow`: content is larger than its box, cut off, or runs over the edge or the footer
 * - `overlap`: texts, or a text and a picture, are drawn over each other
 * - `small-text`, `small-diagram`: text that is too small to be read from afar
 * - `contrast`: text that is too faint for its background
 * - `glyph`: a character that no font has
 * - `dead-link`: a link to a slide that the deck does not have
 * - `network`: the slide asks for something outside of the deck; such requests are blocked
 * - `blank`: nothing is printed on the page
 * - `flattened`: in PowerPoint the slide is a picture; no error either
 * - `picture-lost`: in PowerPoint pictures of the deck, of which this is the first slide, are missing
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
  | 'flattened'
  | 'picture-lost'
  | 'pages';

/** Something about one slide of the bundle. */
export interface SlideProblem {
  /** 0-based. */
  readonly slide: number;
  readonly kind: SlideFailureKind;
  readonly detail: string;
  /** Of `overflow`: by how many px the content is higher than its box, where that is so. */
  readonly higher?: number;
  /** Of `network`: what was asked for. */
  readonly url?: string;
}

export interface SlideFailure {
  slug: string;
  /** 1-based in the deck. */
  slide: number;
  origin: SlideOrigin;
  kind: SlideFailureKind;
  /** Warnings do not keep a deck from being printed. */
  severity: 'error' | 'warning';
  detail: string;
  /** As SlideProblem. */
  higher?: number;
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

/**
 * An error keeps a deck from being printed. A picture with too few pixels does not: it shows all that there is,
 * and its owner may have no larger one.
 */
export function severityOf(kind: SlideFailureKind): SlideFailure['severity'] {
  return kind === 'upscaled' || kind === 'flattened' ? 'warning' : 'error';
}

/** Where each deck's slides stand in the bundle. */
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
