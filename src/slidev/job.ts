import type { FontFolders } from '../base/fonts/font-packages.ts';
import type { Diagrams } from './file/drawn-diagrams.ts';

/** A request to the bundling process. Plain data: it crosses a process boundary. */
export interface BundleJob {
  /** Absolute path of a private folder with the decks and their assets. Slidev's files are written here too. */
  readonly root: string;
  /** Unique among the jobs of a root; used in file names. */
  readonly no: number | string;
  /** Absolute path of the Slidev theme. */
  readonly themeRoot: string;
  /** Fonts that the meetup installed; by default those that talkdeck finds. */
  readonly fontFolders?: FontFolders;
  readonly decks: readonly BundleDeck[];
  /** Title of the page that shows them all; by default the first deck's. */
  readonly title?: string;
  /** Text shown beside the slides, which needs fonts, too. */
  readonly shownBeside?: string;
  /** For `file`. */
  readonly diagrams?: Diagrams;
  /** `print` by default. */
  readonly purpose?: BundlePurpose;
  /** Absolute path of a folder that stores what all bundles share (see shell/); none by default. */
  readonly shellFolder?: string | null;
  /** For `web`: absolute path of a store for decks built before and for fonts; none by default. */
  readonly keptFolder?: string | null;
}

/**
 * `print`: only the pages that are printed. `stage`: slides, presenter mode, overview and drawing, in one application
 * for all decks. `file`: the same and the printed pages, without a server. `web`: the same, each deck in its own
 * folder, for any web server.
 */
export type BundlePurpose = 'print' | 'stage' | 'file' | 'web';

export interface BundleDeck {
  /** Name of the deck's Markdown file in the root. */
  readonly file: string;
  /** The deck's name in links from other decks. */
  readonly slug?: string;
  /** For `web`: a digest of the deck's content. */
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

/**
 * A built single-page application: every slide of every deck, at `/print`, or on stage at `/<number>`; or all of it in
 * `index.html`.
 */
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
