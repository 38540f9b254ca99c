import type { Alignment, Block, ImageRef, Inline } from '../content/summary/markup.ts';
import type { HexColor, Look } from '../content/summary/meetup.ts';

/** Inline content; strings are raw, as typed. */
export type Text = readonly Inline[];

/** Where a slide comes from: what a finding about it points at. */
export interface Origin {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** `(1/2)`: the place of a slide among those that one long section was split into. */
export interface Part {
  readonly index: number;
  readonly total: number;
}

/** A person's colour: an index into the theme's palette, from 0, or a colour of one's own as `#rrggbb`. */
export type Accent = number | HexColor;

export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly org: string | null;
  /** Null for the host and guests without a talk. */
  readonly accent: Accent | null;
  /** Path of a picture, below the content folder. */
  readonly portrait: string | null;
}

/** Where a slide stands in its deck: the section of a talk, or the question. */
export interface SlidePosition {
  /** What the footer says. */
  readonly label: string;
  /** From 1. */
  readonly index: number;
  /** Sections of the talk, or questions of the meetup. */
  readonly total: number;
}

/**
 * How far the type of a slide's body is stepped down, so that the slide holds more: 24, 22 or 20 px for what is
 * 24 px otherwise. See SCALES in canvas.ts.
 */
export type Density = 0 | 1 | 2;

interface SlideBase {
  readonly title: Text;
  readonly part: Part | null;
  /** Null on slides that belong to the deck as a whole. */
  readonly place: SlidePosition | null;
  readonly density: Density;
  /** What the speaker says. */
  readonly notes: readonly Block[];
  /** The transcript lines that the slide rests on, as `L73-79`. */
  readonly sources: readonly string[];
  readonly origin: Origin;
}

/** A section of a summary: one main block, with a paragraph before and after it at most. */
interface SectionBase extends SlideBase {
  readonly lead: Text | null;
  readonly aside: Text | null;
}

/** An item of a list; `children` are nested blocks, mostly lists. */
export interface Item {
  readonly text: Text;
  readonly children: readonly Block[];
}

export interface Stat {
  readonly value: Text;
  readonly label: Text;
}

export interface Moment {
  readonly when: Text;
  readonly what: Text;
}

export interface Bar {
  readonly label: Text;
  /** As typed, for showing. */
  readonly value: Text;
  /** In the chart's unit, at least 0. */
  readonly amount: number;
}

/** A section of a talk, as its agenda names it. */
export interface AgendaItem {
  readonly title: Text;
  /** Where the section is: the key to the number of its first slide. */
  readonly origin: Origin;
}

/** One turn of an answer. */
export interface AnswerTurn {
  readonly person: Person;
  readonly blocks: readonly Block[];
  readonly notes: readonly Block[];
  readonly sources: readonly string[];
  readonly origin: Origin;
}

export interface QuestionLink {
  readonly question: string;
  /** Number of the exchange, from 1. */
  readonly number: number;
  readonly askedBy: string;
}

export interface DeckTopic {
  readonly name: string;
  readonly questions: readonly QuestionLink[];
}

/** A deck, as the programme of the meetup names it. */
export interface ProgrammeEntry {
  /** Place among the decks, from 1. */
  readonly number: number;
  readonly title: string;
  /** Slug of the deck. */
  readonly deck: string;
  /** Null for the Q&A deck. */
  readonly speaker: Person | null;
  /** How many questions the Q&A deck has; 0 for a talk. */
  readonly questions: number;
}

interface MatrixRow extends QuestionLink {
  /** One for each person of the matrix: did that person answer? */
  readonly answered: readonly boolean[];
}

export type SectionSlide =
  | (SectionBase & { readonly kind: 'points'; readonly items: readonly Item[] })
  | (SectionBase & { readonly kind: 'steps'; readonly start: number; readonly items: readonly Item[] })
  | (SectionBase & { readonly kind: 'text'; readonly blocks: readonly Block[] })
  | (SectionBase & {
      readonly kind: 'table';
      readonly header: readonly Text[];
      readonly align: readonly Alignment[];
      readonly rows: readonly (readonly Text[])[];
    })
  | (SectionBase & {
      readonly kind: 'bars';
      /** What is measured: the header of the numbers. */
      readonly measure: Text;
      readonly unit: string | null;
      /** Logarithmic on request: figures that differ by orders of magnitude. */
      readonly scale: 'linear' | 'log';
      /** Of the whole chart: its parts have one axis. */
      readonly range: { readonly least: number; readonly most: number };
      readonly bars: readonly Bar[];
    })
  | (SectionBase & { readonly kind: 'timeline'; readonly moments: readonly Moment[] })
  | (SectionBase & { readonly kind: 'stats'; readonly stats: readonly Stat[] })
  | (SectionBase & {
      readonly kind: 'quote';
      readonly blocks: readonly Block[];
      readonly attribution: Text | null;
    })
  | (SectionBase & { readonly kind: 'figure'; readonly image: ImageRef })
  | (SectionBase & { readonly kind: 'code'; readonly lang: string; readonly code: string })
  | (SectionBase & { readonly kind: 'diagram'; readonly source: string });

export type CoverSlide = SlideBase & {
  readonly kind: 'cover';
  readonly subtitle: string | null;
  /** Null where it is the title. */
  readonly event: string | null;
  readonly date: string | null;
  readonly host: string | null;
  readonly organizer: string | null;
  /** The speaker, or all who answer, or all who speak. */
  readonly people: readonly Person[];
};

export type Slide =
  | SectionSlide
  | (SlideBase & {
      readonly kind: 'speaker';
      readonly person: Person;
      readonly facts: readonly Text[];
    })
  | (SlideBase & {
      readonly kind: 'agenda';
      readonly items: readonly AgendaItem[];
      /** Number of the first item, from 1. */
      readonly start: number;
    })
  | (SlideBase & { readonly kind: 'takeaway'; readonly text: Text; readonly person: Person })
  /** The questions that a speaker answered. */
  | (SlideBase & { readonly kind: 'answered'; readonly questions: readonly QuestionLink[] })
  /** The Q&A deck's index by topic. */
  | (SlideBase & { readonly kind: 'index'; readonly topics: readonly DeckTopic[] })
  | (SlideBase & {
      readonly kind: 'question';
      readonly number: number;
      readonly topic: string;
      readonly askedBy: Person;
      readonly askedTo: readonly Person[];
    })
  /** One turn of an answer; `title` is the question. */
  | (SlideBase & {
      readonly kind: 'answer';
      readonly number: number;
      readonly person: Person;
      readonly blocks: readonly Block[];
    })
  /** Turns of an answer side by side; `title` is the question. */
  | (SlideBase & {
      readonly kind: 'answers';
      readonly number: number;
      /** Two or three; before pagination, any number. */
      readonly answers: readonly AnswerTurn[];
    })
  /** Who answered what. */
  | (SlideBase & {
      readonly kind: 'matrix';
      readonly people: readonly Person[];
      readonly rows: readonly MatrixRow[];
    })
  /** All decks of the meetup. */
  | (SlideBase & { readonly kind: 'programme'; readonly entries: readonly ProgrammeEntry[] })
  /** The last slide: thanks, and where to go on. */
  | (SlideBase & {
      readonly kind: 'closing';
      /** A line of the organiser's, from event.md; else, where there are questions, that the Q&A deck is next. */
      readonly text: string | null;
      /** Whether `text` leads to the Q&A deck. */
      readonly leadsOn: boolean;
      readonly event: string;
      readonly organizer: string | null;
      readonly people: readonly Person[];
    });

export type SlideKind = Slide['kind'] | CoverSlide['kind'];
export type SlideOf<K extends Slide['kind']> = Extract<Slide, { kind: K }>;

export interface Deck {
  /** `meetup`: what stands in front of all decks. */
  readonly kind: 'speaker' | 'qa' | 'meetup';
  /** Base name of the deck's file. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly author: string;
  /** Null for decks of the whole meetup. */
  readonly speaker: Person | null;
  /** Null for decks of the whole meetup: there a colour means a person. */
  readonly accent: Accent | null;
  readonly look: Look;
  /** Whether points, steps and answers come one by one, on click. */
  readonly reveal: boolean;
  readonly cover: CoverSlide;
  readonly slides: readonly Slide[];
}

/** Plain words as inline content. */
export function text(words: string): Text {
  return [{ type: 'text', text: words }];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
