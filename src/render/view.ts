import type { Alignment } from '../content/summary/markup.ts';
import type { Look } from '../content/summary/meetup.ts';
import type { Density, Part, SlideKind } from '../deck/deck.ts';
import type { Labels } from '../deck/labels.ts';
import type { Inert } from './inert.ts';

/**
 * What the templates see. Every text that came from a summary is an {@link Inert}: printed with
 * `{{title}}` it is Markdown that shows exactly what was typed; for other places there are helpers,
 * `{{yaml title}}` (a front matter scalar) and `{{attribute title}}` (inside double quotes of an HTML
 * attribute). Every key is always there, null where there is nothing, because templates are strict.
 */
export interface DeckView {
  /** `meetup`: what stands in front of all decks. */
  readonly kind: 'speaker' | 'qa' | 'meetup';
  readonly slug: string;
  readonly title: Inert;
  readonly author: Inert;
  readonly lang: Inert;
  /** Value of Slidev's `theme`, a path relative to slides/. */
  readonly theme: Inert;
  /** A CSS colour: `var(--accent-0)` to `var(--accent-7)`, `#rrggbb`, or `var(--ink)` for decks of the whole meetup. */
  readonly accent: string;
  /** Name of the theme's variant. */
  readonly look: Look['theme'];
  /** Width by height of a slide, as Slidev's `aspectRatio` has it: `16/9` or `4/3`. */
  readonly ratio: string;
  readonly logo: ImageView | null;
  /** Whether points, steps and answers come one by one, on click. */
  readonly reveal: boolean;
  readonly labels: Labels;
  readonly slides: readonly SlideView[];
}

/** A slide of another deck. */
export interface DeckLinkView {
  /** Slug of the deck. */
  readonly deck: Inert;
  /** From 1. */
  readonly slide: number;
}

export interface PersonView {
  readonly name: Inert;
  readonly role: Inert | null;
  readonly org: Inert | null;
  /** A CSS colour: `var(--accent-0)` to `var(--accent-7)`, `#rrggbb`, or `var(--ink-soft)` for somebody without a talk. */
  readonly accent: string;
  readonly portrait: ImageView | null;
  /** One or two characters to show where there is no portrait. */
  readonly monogram: Inert;
  /** That person's deck; null in it, and for somebody without a talk. */
  readonly link: DeckLinkView | null;
}

export interface ImageView {
  /** Relative to slides/. */
  readonly src: Inert;
  readonly alt: Inert;
}

export interface ItemView {
  readonly text: Inert;
  /** Nested blocks as Markdown, indented to stand under the item; null where there are none. */
  readonly children: Inert | null;
}

export interface QuestionView {
  readonly question: Inert;
  readonly number: number;
  readonly askedBy: Inert;
  /** Slidev `routeAlias` of the question's slide; a link target inside the Q&A deck. */
  readonly alias: string;
  /** The question's slide from another deck; null inside the Q&A deck. */
  readonly link: DeckLinkView | null;
}

/** Where a slide stands in its deck: the section of a talk, or the question. */
export interface PlaceView {
  readonly label: Inert;
  /** From 1. */
  readonly index: number;
  readonly total: number;
}

export interface AnswerView {
  readonly person: PersonView;
  readonly body: Inert;
}

/** A deck, as the programme names it. */
export interface ProgrammeEntryView {
  /** Two digits, such as `01`. */
  readonly number: string;
  readonly title: Inert;
  /** A CSS colour: the speaker's. */
  readonly accent: string;
  /** Null for the Q&A deck. */
  readonly person: PersonView | null;
  /** `Q1\u2013Q9`: the questions of the Q&A deck; null for a talk. */
  readonly questions: string | null;
  readonly link: DeckLinkView | null;
}

/** A mark on a chart's axis. */
export interface TickView {
  /** With thousands separators. */
  readonly label: string;
  /** Where it stands, 0 to 100. */
  readonly share: number;
}

interface SlideViewBase {
  readonly kind: SlideKind;
  readonly title: Inert;
  readonly part: Part | null;
  readonly place: PlaceView | null;
  /** 0, or how many steps the body's type is smaller. */
  readonly density: Density;
  /** The whole `<!-- -->` with notes and sources; null where there is neither. */
  readonly note: Inert | null;
  readonly deck: DeckView;
}

interface SectionViewBase extends SlideViewBase {
  readonly lead: Inert | null;
  readonly aside: Inert | null;
}

export type SlideView =
  | (SlideViewBase & {
      readonly kind: 'cover';
      readonly subtitle: Inert | null;
      /** Null where it is the title. */
      readonly event: Inert | null;
      readonly date: Inert | null;
      readonly host: Inert | null;
      readonly organizer: Inert | null;
      readonly people: readonly PersonView[];
    })
  | (SlideViewBase & {
      readonly kind: 'speaker';
      readonly person: PersonView;
      readonly facts: readonly Inert[];
    })
  | (SlideViewBase & {
      readonly kind: 'agenda';
      /** `page` is the slide where the section begins: a link target, `./{{page}}`. */
      readonly items: readonly { readonly text: Inert; readonly page: number }[];
      readonly start: number;
    })
  | (SectionViewBase & { readonly kind: 'points'; readonly items: readonly ItemView[] })
  | (SectionViewBase & {
      readonly kind: 'steps';
      readonly start: number;
      readonly items: readonly (ItemView & { readonly number: number })[];
    })
  | (SectionViewBase & { readonly kind: 'text'; readonly body: Inert })
  | (SectionViewBase & {
      readonly kind: 'table';
      readonly header: readonly Inert[];
      readonly align: readonly Alignment[];
      readonly rows: readonly (readonly Inert[])[];
    })
  | (SectionViewBase & {
      readonly kind: 'bars';
      /** What is measured, with its unit in brackets. */
      readonly measure: Inert;
      readonly unit: Inert | null;
      readonly bars: readonly {
        readonly label: Inert;
        /** With thousands separators. */
        readonly value: Inert;
        /** Share of the axis, 0 to 100, two decimals at most. */
        readonly share: number;
      }[];
      readonly scale: 'linear' | 'log';
      /** From the axis's start to its end. */
      readonly ticks: readonly TickView[];
    })
  | (SectionViewBase & {
      readonly kind: 'timeline';
      readonly moments: readonly { readonly when: Inert; readonly what: Inert }[];
    })
  | (SectionViewBase & {
      readonly kind: 'stats';
      readonly stats: readonly { readonly value: Inert; readonly label: Inert }[];
    })
  | (SectionViewBase & {
      readonly kind: 'quote';
      readonly body: Inert;
      readonly attribution: Inert | null;
    })
  | (SectionViewBase & { readonly kind: 'figure'; readonly image: ImageView })
  | (SectionViewBase & {
      readonly kind: 'code';
      /** A whole fence, or an escaped `<pre>` where a fence could not hold the text. */
      readonly code: Inert;
    })
  | (SectionViewBase & {
      readonly kind: 'diagram';
      /** A whole mermaid fence. */
      readonly diagram: Inert;
    })
  | (SlideViewBase & {
      readonly kind: 'takeaway';
      readonly text: Inert;
      readonly person: PersonView;
    })
  | (SlideViewBase & { readonly kind: 'answered'; readonly questions: readonly QuestionView[] })
  | (SlideViewBase & {
      readonly kind: 'index';
      readonly topics: readonly { readonly name: Inert; readonly questions: readonly QuestionView[] }[];
    })
  | (SlideViewBase & {
      readonly kind: 'question';
      readonly number: number;
      readonly alias: string;
      readonly topic: Inert;
      readonly askedBy: PersonView;
      readonly askedTo: readonly PersonView[];
    })
  | (SlideViewBase & {
      readonly kind: 'answer';
      readonly number: number;
      readonly person: PersonView;
      readonly body: Inert;
    })
  /** Two or three answers side by side. */
  | (SlideViewBase & {
      readonly kind: 'answers';
      readonly number: number;
      readonly answers: readonly AnswerView[];
    })
  | (SlideViewBase & {
      readonly kind: 'matrix';
      readonly people: readonly PersonView[];
      readonly rows: readonly (QuestionView & { readonly answered: readonly boolean[] })[];
    })
  | (SlideViewBase & {
      readonly kind: 'programme';
      readonly entries: readonly ProgrammeEntryView[];
    })
  | (SlideViewBase & {
      readonly kind: 'closing';
      readonly text: Inert | null;
      /** Where `text` leads. */
      readonly link: DeckLinkView | null;
      readonly event: Inert;
      readonly organizer: Inert | null;
      readonly people: readonly PersonView[];
    });
