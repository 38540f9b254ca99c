import type { Block, Inline } from '../content/summary/markup.ts';
import type { HexColor } from '../content/summary/meetup.ts';

/** Inline content; strings are raw, as typed. */
export type Text = readonly Inline[];

/** Source of a slide, for findings about it. */
export interface Origin {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** `(1/2)`: number of a slide among the parts of a long section. */
export interface Part {
  readonly index: number;
  readonly total: number;
}

/** A person's colour: a 0-based index into the theme's palette, or a custom colour as `#rrggbb`. */
export type Accent = number | HexColor;

export interface Person {
  readonly name: string;
  readonly role: string | null;
  readonly org: string | null;
  /** Null for the host and guests without a talk. */
  readonly accent: Accent | null;
  /** Path of a picture below the content folder. */
  readonly portrait: string | null;
}

/** Position of a slide in its deck: the section of a talk, or the question. */
export interface SlidePosition {
  /** Text of the footer. */
  readonly label: string;
  /** 1-based. */
  readonly index: number;
  /** Number of sections in the talk, or of questions in the meetup. */
  readonly total: number;
}

/**
 * Steps from the usual type of a slide's body, 24 px: two larger ones for slides that have little to say (-2 and -1: 32
 * and 28 px), two smaller ones to fit more (1 and 2: 22 and 20 px). See SCALES in canvas.ts.
 */
export type Density = -2 | -1 | 0 | 1 | 2;

/** How a single text is set: a short one bold, as a `statement`; one or two sentences large. */
export type Voice = 'statement' | 'sentence';

export interface SlideBase {
  readonly title: Text;
  readonly part: Part | null;
  /** Null on slides that belong to the deck as a whole, and between sections. */
  readonly place: SlidePosition | null;
  readonly density: Density;
  /** For a single text that is set larger than any list. */
  readonly voice?: Voice;
  /** Whether it has the alternative background of its kind, because it follows a slide that looks like it. */
  readonly isOther?: true;
  /** Content that fills less than 60 % of its room is centred vertically. */
  readonly isMiddle?: true;
  /** Speaker notes. */
  readonly notes: readonly Block[];
  /** Transcript lines cited by the slide, such as `L73-79`. */
  readonly sources: readonly string[];
  readonly origin: Origin;
  /** Some of its text may have footnotes. */
  readonly hasFootnotes?: true;
}

/** A section of a summary: one main block, with at most one paragraph before and after it. */
export interface SectionBase extends SlideBase {
  readonly lead: Text | null;
  readonly aside: Text | null;
  /** Link targets besides the title. */
  readonly anchors: readonly string[];
}

/** An address that a slide shows with a QR code. */
export interface CodedLink {
  readonly name: string;
  /** Its owner, if a deck has links of several people. */
  readonly owner: string | null;
  readonly href: string;
}

export interface QuestionLink {
  readonly question: string;
  /** 1-based number of the exchange. */
  readonly number: number;
  readonly askedBy: string;
}

/** Plain words as inline content. */
export function text(words: string): Text {
  return [{ type: 'text', text: words }];
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
