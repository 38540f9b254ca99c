import type { Alignment, Block } from '../content/block.ts';
import type { ImageRef, Inline } from '../content/inline.ts';

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

export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly org: string | null;
  /** Index of the speaker's accent in the theme's palette, from 0; null for the host and guests without a talk. */
  readonly accent: number | null;
}

interface SlideBase {
  readonly title: Text;
  readonly part: Part | null;
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

export interface Bar {
  readonly label: Text;
  /** As typed, for showing. */
  readonly value: Text;
  /** In the chart's unit, at least 0. */
  readonly amount: number;
}

export interface QuestionLink {
  readonly question: string;
  /** Number of the exchange, from 1. */
  readonly number: number;
  readonly askedBy: string;
}

export interface Topic {
  readonly name: string;
  readonly questions: readonly QuestionLink[];
}

export interface MatrixRow extends QuestionLink {
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
      readonly bars: readonly Bar[];
    })
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
  readonly event: string;
  readonly date: string | null;
  readonly host: string | null;
  readonly organizer: string | null;
  /** The speaker, or all who answer. */
  readonly people: readonly Person[];
};

export type Slide =
  | SectionSlide
  | (SlideBase & {
      readonly kind: 'speaker';
      readonly person: Person;
      readonly facts: readonly Text[];
      readonly portrait: ImageRef | null;
    })
  | (SlideBase & {
      readonly kind: 'agenda';
      readonly items: readonly Text[];
      /** Number of the first item, from 1. */
      readonly start: number;
    })
  | (SlideBase & { readonly kind: 'takeaway'; readonly text: Text; readonly person: Person })
  /** The questions that a speaker answered. */
  | (SlideBase & { readonly kind: 'answered'; readonly questions: readonly QuestionLink[] })
  /** The Q&A deck's index by topic. */
  | (SlideBase & { readonly kind: 'index'; readonly topics: readonly Topic[] })
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
  /** Who answered what. */
  | (SlideBase & {
      readonly kind: 'matrix';
      readonly people: readonly Person[];
      readonly rows: readonly MatrixRow[];
    });

export type SlideKind = Slide['kind'] | CoverSlide['kind'];
export type SlideOf<K extends Slide['kind']> = Extract<Slide, { kind: K }>;

export interface Deck {
  readonly kind: 'speaker' | 'qa';
  /** Base name of the deck's file. */
  readonly slug: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly author: string;
  /** Index of the deck's accent in the theme's palette. */
  readonly accent: number;
  readonly cover: CoverSlide;
  readonly slides: readonly Slide[];
}
