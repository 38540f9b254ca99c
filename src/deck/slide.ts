import type { Block, Inline } from '../content/summary/markup.ts';
import type { HexColor } from '../content/summary/meetup.ts';

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

export interface SlideBase {
  readonly title: Text;
  readonly part: Part | null;
  /** Null on slides that belong to the deck as a whole, and between sections. */
  readonly place: SlidePosition | null;
  readonly density: Density;
  /** What the speaker says. */
  readonly notes: readonly Block[];
  /** The transcript lines that the slide rests on, as `L73-79`. */
  readonly sources: readonly string[];
  readonly origin: Origin;
  /** Some of its text may have footnotes. */
  readonly hasFootnotes?: true;
}

/** A section of a summary: one main block, with a paragraph before and after it at most. */
export interface SectionBase extends SlideBase {
  readonly lead: Text | null;
  readonly aside: Text | null;
  /** What links may name besides the title. */
  readonly anchors: readonly string[];
}

/** An address that a slide shows with a QR code. */
export interface CodedLink {
  readonly name: string;
  /** Whose it is, where a deck has several people's. */
  readonly owner: string | null;
  readonly href: string;
}

export interface QuestionLink {
  readonly question: string;
  /** Number of the exchange, from 1. */
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
