import type { FontFolders } from '../base/fonts/font-packages.ts';
import type { Diagrams } from './file/drawn-diagrams.ts';

/** A request to the bundling process. Plain data: it crosses a process boundary. */
export interface BundleJob {
  /** Absolute path of a private folder with the decks and their assets. Slidev's files are written here too. */
  readonly root: string;
  /** Unique among the jobs of a root; in names of files. */
  readonly no: number | string;
  /** Absolute path of the Slidev theme. */
  readonly themeRoot: string;
  /** Fonts that the meetup installed; by default those that talkdeck finds. */
  readonly fontFolders?: FontFolders;
  readonly decks: readonly BundleDeck[];
  /** Of the page that shows them all; by default the first deck's. */
  readonly title?: string;
  /** What is shown beside the slides, for the fonts. */
  readonly shownBeside?: string;
  /** Of `file`. */
  readonly diagrams?: Diagrams;
  /** To be printed, by default, to be presented, to be one file, or to be found on the web. */
  readonly purpose?: BundlePurpose;
  /** Absolute path of a folder that keeps what is the same for every bundle (see shell/); none by default. */
  readonly shellFolder?: string | null;
  /** Of `web`: absolute path of a store for decks made before and for fonts; none by default. */
  readonly keptFolder?: string | null;
}

/**
 * `print`: the pages that are printed, and nothing else. `stage`: the slides, presenter mode, overview and drawing, in
 * one application for all decks. `file`: these, without a server, and the pages that are printed. `web`: the same, each
 * deck in a folder of its own, for any server of files.
 */
export type BundlePurpose = 'print' | 'stage' | 'file' | 'web';

export interface BundleDeck {
  /** Name of the deck's Markdown file in the root. */
  readonly file: string;
  /** What links from other decks call it. */
  readonly slug?: string;
  /** Of `web`: a digest of what the deck is made of. */
  readonly key?: string;
  readonly title: string;
  /** BCP 47, such as `zh-CN`. */
  readonly lang: string;
  /** A CSS colour from the theme's palette. */
  readonly accent: string;
  /** The theme's variant. */
  readonly look: string;
}

/** One slide of the bundle, which numbers the slides of all decks consecutively. */
export interface BundledSlide {
  /** Index of the deck in the job. */
  readonly deck: number;
  /** 0-based position in the deck's file. */
  readonly index: number;
  /** Alternative name for links (`routeAlias`). */
  readonly alias: string | null;
}

/** A slide that did not compile; an empty one takes its place. */
export interface BrokenSlide {
  /** 0-based position in `Bundle.slides`. */
  readonly slide: number;
  /** The compiler's message, without paths and colours. */
  readonly detail: string;
}

/** A built single-page application: every slide of every deck, at `/print`, or on stage at `/<number>`; or all of it in `index.html`. */
export interface Bundle {
  /** Absolute path of the folder to serve. */
  readonly outDir: string;
  readonly slides: readonly BundledSlide[];
  readonly broken: readonly BrokenSlide[];
  /** Size of a slide in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Reply of the bundling process, sent once. */
export type BundleReply =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly message: string };
