import type { LabelName } from '../content/summary/labels.ts';
import type { Look } from '../content/summary/meetup.ts';
import type { DeckKind } from '../deck/deck.ts';
import type { Density, Part, Voice } from '../deck/slide.ts';
import type { Inert } from './inert.ts';

/**
 * View of a deck for templates, without its slides. Every text from a summary is an {@link Inert}: `{{title}}` prints
 * Markdown that shows exactly what was typed; helpers serve other places, `{{yaml title}}` (a front matter scalar) and
 * `{{attribute title}}` (inside a double-quoted HTML attribute). All keys are always present, null if empty, because
 * templates are strict.
 */
export interface DeckFacts {
  /** `opening` and `closing` come from event.md; `meetup` is the cover of all decks together if there is no opening. */
  readonly kind: DeckKind;
  readonly slug: string;
  readonly title: Inert;
  readonly author: Inert;
  readonly lang: Inert;
  /** Value of Slidev's `theme`: a path relative to slides/. */
  readonly theme: Inert;
  /** A CSS colour: `var(--accent-0)` to `var(--accent-7)`, `#rrggbb`, or `var(--ink)` for decks of the whole meetup. */
  readonly accent: string;
  /** Name of the theme's variant. */
  readonly look: Look['theme'];
  /** Width to height of a slide, for Slidev's `aspectRatio`: `16/9` or `4/3`. */
  readonly ratio: string;
  readonly logo: ImageView | null;
  /** Whether points, steps and answers appear one by one, on click. */
  readonly reveal: boolean;
  /** The deck's fixed words; an organiser may have typed them. */
  readonly labels: Readonly<Record<LabelName, Inert>>;
}

/** A slide of another deck. */
export interface DeckLinkView {
  /** Slug of the deck. */
  readonly deck: Inert;
  /** 1-based. */
  readonly slide: number;
}

export interface PersonView {
  readonly name: Inert;
  readonly role: Inert | null;
  readonly org: Inert | null;
  /**
   * A CSS colour: `var(--accent-0)` to `var(--accent-7)`, `#rrggbb`, or `var(--ink-soft)` for people without a talk.
   */
  readonly accent: string;
  readonly portrait: ImageView | null;
  /** One or two characters shown if there is no portrait. */
  readonly monogram: Inert;
  /** Deck of the person's first talk; null inside their own talks, and for people without one. */
  readonly link: DeckLinkView | null;
}

export interface ImageView {
  /** Relative to slides/. */
  readonly src: Inert;
  readonly alt: Inert;
}

/** A logo, and the chip it is placed on if it would not be visible otherwise. */
export interface LogoView extends ImageView {
  readonly chip: 'paper' | 'ink' | null;
}

/** One of a row of logos. */
export interface SponsorView extends LogoView {
  /** In pixels; sized so that all look equally heavy. */
  readonly width: number;
  readonly height: number;
}

/** A picture in a summary's body, or a video in place of one. */
export interface PictureView extends ImageView {
  /** Share of its place, `50%`; null for all of it. */
  readonly width: string | null;
  /** Whether a look may crop it to fit. */
  readonly isPhotograph: boolean;
  /** Additional values for a video; null for a picture. */
  readonly video: {
    /** Shown until it plays, and in print; null for its first frame. */
    readonly poster: Inert | null;
    /** Name of the file, as text. */
    readonly file: Inert;
  } | null;
}

/** An address with a QR code. */
export interface CodedLinkView {
  readonly href: Inert;
  /** Its owner, and its name. */
  readonly name: Inert;
  /** As people read it, without `https://`. */
  readonly address: Inert;
  /** The code, a whole `<svg>`. */
  readonly code: Inert;
}

export interface QuestionView {
  readonly question: Inert;
  readonly number: number;
  readonly askedBy: Inert;
  /** Slidev `routeAlias` of the question's slide; a link target inside the Q&A deck. */
  readonly alias: string;
  /** Link to the question's slide from other decks; null inside the Q&A deck. */
  readonly link: DeckLinkView | null;
}

/** Position of a slide in its deck: the section of a talk, or the question. */
export interface PlaceView {
  readonly label: Inert;
  /** 1-based. */
  readonly index: number;
  readonly total: number;
}

/** A row of the programme: a deck, a break, or the beginning of a day. */
export interface ProgrammeEntryView {
  readonly kind: 'deck' | 'break' | 'day';
  /** `19:10`; null if not given. */
  readonly time: string | null;
  /** Track and duration. */
  readonly note: Inert | null;
  /** Two digits, such as `01`; `00` for rows without a deck. */
  readonly number: string;
  readonly title: Inert;
  /** A CSS colour: the first speaker's. */
  readonly accent: string;
  /** Speakers of the talk; empty for the Q&A deck. */
  readonly people: readonly PersonView[];
  /** Questions of the Q&A deck, `Q1\u2013Q9`; null for a talk. */
  readonly questions: string | null;
  readonly link: DeckLinkView | null;
}

export interface SlideViewBase {
  readonly title: Inert;
  readonly part: Part | null;
  readonly place: PlaceView | null;
  /** 0, or the number of steps by which the body's type is reduced; negative if it is larger. */
  readonly density: Density;
  /** For a single text; null if it is set like others. */
  readonly voice: Voice | null;
  /** Whether its content is vertically centred. */
  readonly isMiddle: boolean;
  /** Whether it has the alternative background of its kind. */
  readonly isOther: boolean;
  /** Whether its sentence begins with a quotation mark, which hangs in front of the letters. */
  readonly hangs: boolean;
  /** The complete `<!-- -->` with notes and sources; null if there are neither. */
  readonly note: Inert | null;
  /** Footnotes at the bottom of the slide; null if there are none. */
  readonly footnotes: readonly { readonly number: number; readonly text: Inert }[] | null;
  readonly deck: DeckFacts;
}

export interface SectionViewBase extends SlideViewBase {
  readonly lead: Inert | null;
  readonly aside: Inert | null;
}
