import type { Ratio } from '../../content/summary/meetup.ts';
import type { Density } from '../slide.ts';

/**
 * Dimensions on the built-in theme's canvas in pixels, as in the table in templates/theme/README.md. Pagination
 * estimates with them before a browser measures; the visual audit reports errors.
 */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const CANVASES: Readonly<Record<Ratio, Size>> = {
  '16:9': { width: 980, height: 552 },
  '4:3': { width: 980, height: 735 },
};

/** What is left of a slide for its content: 64 at the sides, 40 above, 16 and a footer of 40 below. */
export const BOXES: Readonly<Record<Ratio, Size>> = {
  '16:9': { width: 852, height: 456 },
  '4:3': { width: 852, height: 639 },
};

/** Between the blocks of a slide. */
export const BLOCK_GAP = 16;

/** Width of the widest character in the fonts in use, in em. */
export const WIDEST_CHARACTER = 1.5;

export interface Type {
  readonly size: number;
  readonly lineHeight: number;
  readonly bold: boolean;
}

/** Type of a slide's parts; each density has its own. */
export interface TypeScale {
  readonly heading: Type;
  readonly body: Type;
  /** Paragraphs before and after a main block. */
  readonly lead: Type;
  /** Nested lists, tables, labels of bars. */
  readonly small: Type;
  readonly quote: Type;
  /** Heading of a question's slide; for answers it is `answerHeading`. */
  readonly question: Type;
  readonly answerHeading: Type;
  readonly takeaway: Type;
  readonly statValue: Type;
  readonly coverHeading: Type;
}

/** Body text is at least 20 px, headings at least 32 px. */
export const SCALES: Readonly<Record<Density, TypeScale>> = {
  0: {
    heading: bold(40, 48),
    body: regular(24, 36),
    lead: regular(20, 32),
    small: regular(20, 28),
    quote: regular(32, 52),
    question: bold(48, 64),
    answerHeading: bold(32, 40),
    takeaway: bold(48, 72),
    statValue: bold(56, 72),
    coverHeading: bold(64, 80),
  },
  1: {
    heading: bold(36, 44),
    body: regular(22, 32),
    lead: regular(20, 30),
    small: regular(20, 28),
    quote: regular(28, 44),
    question: bold(40, 52),
    answerHeading: bold(32, 40),
    takeaway: bold(36, 54),
    statValue: bold(48, 60),
    coverHeading: bold(56, 72),
  },
  2: {
    heading: bold(32, 40),
    body: regular(20, 30),
    lead: regular(20, 28),
    small: regular(20, 28),
    quote: regular(24, 36),
    question: bold(32, 44),
    answerHeading: bold(32, 40),
    takeaway: bold(28, 42),
    statValue: bold(40, 52),
    coverHeading: bold(48, 60),
  },
};

function regular(size: number, lineHeight: number): Type {
  return { size, lineHeight, bold: false };
}

function bold(size: number, lineHeight: number): Type {
  return { size, lineHeight, bold: true };
}

/** Below a heading, in addition to the gap. */
export const HEADING_MARGIN = 8;
/** Headings within a slide's text. */
export const SUBHEADING: Type = regular(32, 40);

export const LIST = { indent: 28, gap: 12, nestedMargin: 4 } as const;
export const STEPS = { indent: 56, gap: 12 } as const;
/** Times and events in two columns, with a rail between them. */
export const TIMELINE = { when: 176, columnGap: 56, gap: 12 } as const;
export const ORDERED_INDENT = 44;
/** Rows with a rule below, a number in front and the page at the end; of many, two columns. */
export const AGENDA = { indent: 72, page: 64, padding: 12 } as const;
export const LONG_AGENDA = { from: 10, most: 16, columnGap: 56, indent: 56, page: 40 } as const;
/** Number, title and speaker side by side. */
export const PROGRAMME = {
  indent: 72,
  number: 28,
  time: 20,
  speaker: 272,
  columnGap: 32,
  orgGap: 12,
  padding: 16,
} as const;
export const ANSWERED = { indent: 72, padding: 16 } as const;
/** Columns, each beginning with the person. */
export const ANSWERS = { columnGap: 48, most: 3 } as const;
export const INDEX = { columns: 2, columnGap: 56, indent: 48, padding: 8, topicMargin: 24 } as const;
export const TABLE = { cellPadding: 16, rowPadding: 17, code: 4 } as const;
/** The axis with its labels is below the bars. */
export const BAR = { height: 40, label: 280, axis: 36 } as const;
/** `valueRoom`: height of a figure besides its lines, for the rule above it and padding. */
export const STATS = { columnGap: 40, rowGap: 32, valueRoom: 20 } as const;
/** `name` is what the file's name takes, `numbers` the column with those of its lines. */
export const CODE = { padding: 40, sidePadding: 48, name: 24, numbers: 56 } as const;
/** Above and below a formula of its own, together. */
export const FORMULA_PADDING = 8;
export const QUOTE_INDENT = 24;
/** A box: room at top and bottom, at both sides, and between its head and what it says. */
export const CALLOUT = { padding: 32, sidePadding: 48, headGap: 8 } as const;
/** At the foot of a slide: the rule above them, with the room below it, and between two. */
export const FOOTNOTES = { above: 8, gap: 4 } as const;
/** Terms with what they mean below them. */
export const DEFINITIONS = { indent: 28, gap: 12, meaningMargin: 4 } as const;
/** A monogram or portrait with name, role and organisation. */
export const PERSON_HEIGHT = 48;
/** A picture beside text; `share` of the width, in per cent, is the picture's where its author says nothing. */
export const BESIDE = { columnGap: 40, share: 50 } as const;
/** Up to six pictures with captions, in two rows from four on. */
export const PICTURES = { columnGap: 32, rowGap: 16, captionGap: 8, leastOfTwoRows: 112, most: 6 } as const;
/** The panel that the heading of a picture stands on that fills its slide. */
export const FULL = { padding: 24, gap: 8 } as const;
/** QR codes: their sides, what is between and beside them; and the longest address that is written out. */
export const CODES = {
  alone: 208,
  beside: 176,
  listed: 120,
  videoGap: 40,
  wordsGap: 8,
  gap: 24,
  margin: 16,
  columnGap: 56,
  rowGap: 16,
  longest: 40,
} as const;
export const FACTS = { width: 556 } as const;
