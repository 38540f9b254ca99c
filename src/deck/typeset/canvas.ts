import type { Ratio, ThemeName } from '../../content/summary/meetup.ts';
import type { Density, Voice } from '../slide.ts';

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
  readonly code: Type;
  readonly quote: Type;
  /** Heading of a question's slide; for answers it is `answerHeading`. */
  readonly question: Type;
  readonly answerHeading: Type;
  readonly takeaway: Type;
  /** A figure by itself, one of two or three, and one of more. */
  readonly statAlone: Type;
  readonly statValue: Type;
  readonly statMany: Type;
  readonly statLabel: Type;
  /** Beside its bar. */
  readonly barValue: Type;
  readonly coverHeading: Type;
  /** Headings within a slide's text. */
  readonly subheading: Type;
}

const HEADINGS = {
  heading: bold(40, 48),
  question: bold(48, 64),
  answerHeading: bold(32, 40),
  takeaway: bold(48, 60),
  coverHeading: bold(64, 84),
} as const;

/** Body text is at least 20 px, headings at least 32 px. The two larger steps have the headings of the usual one. */
export const SCALES: Readonly<Record<Density, TypeScale>> = {
  [-2]: {
    ...HEADINGS,
    body: regular(32, 44),
    lead: regular(28, 40),
    small: regular(24, 34),
    code: regular(28, 40),
    quote: regular(40, 56),
    statAlone: bold(160, 168),
    statValue: bold(96, 104),
    statMany: bold(64, 72),
    statLabel: regular(28, 40),
    barValue: bold(28, 36),
    subheading: bold(32, 44),
  },
  [-1]: {
    ...HEADINGS,
    body: regular(28, 40),
    lead: regular(24, 36),
    small: regular(24, 34),
    code: regular(24, 34),
    quote: regular(36, 50),
    statAlone: bold(128, 136),
    statValue: bold(80, 88),
    statMany: bold(64, 72),
    statLabel: regular(24, 36),
    barValue: bold(28, 36),
    subheading: bold(28, 40),
  },
  0: {
    ...HEADINGS,
    body: regular(24, 36),
    lead: regular(20, 32),
    small: regular(20, 28),
    code: regular(20, 28),
    quote: regular(32, 44),
    statAlone: bold(96, 104),
    statValue: bold(64, 72),
    statMany: bold(56, 64),
    statLabel: regular(24, 36),
    barValue: bold(24, 32),
    subheading: bold(24, 36),
  },
  1: {
    heading: bold(36, 44),
    body: regular(22, 32),
    lead: regular(20, 30),
    small: regular(20, 28),
    code: regular(20, 28),
    quote: regular(28, 40),
    question: bold(40, 52),
    answerHeading: bold(32, 40),
    takeaway: bold(36, 48),
    statAlone: bold(64, 72),
    statValue: bold(48, 60),
    statMany: bold(48, 60),
    statLabel: regular(22, 32),
    barValue: bold(20, 28),
    coverHeading: bold(56, 72),
    subheading: bold(24, 36),
  },
  2: {
    heading: bold(32, 40),
    body: regular(20, 30),
    lead: regular(20, 28),
    small: regular(20, 28),
    code: regular(20, 28),
    quote: regular(24, 36),
    question: bold(32, 44),
    answerHeading: bold(32, 40),
    takeaway: bold(28, 42),
    statAlone: bold(48, 60),
    statValue: bold(40, 52),
    statMany: bold(40, 52),
    statLabel: regular(20, 30),
    barValue: bold(20, 28),
    coverHeading: bold(48, 60),
    subheading: bold(24, 36),
  },
};

/** What the vivid look sets larger. */
const VIVID = {
  heading: bold(48, 56),
  question: bold(60, 76),
  takeaway: bold(60, 76),
  coverHeading: bold(72, 88),
} as const;
const VIVID_SCALES: Readonly<Record<Density, TypeScale>> = {
  [-2]: { ...SCALES[-2], ...VIVID, quote: regular(48, 64) },
  [-1]: { ...SCALES[-1], ...VIVID, quote: regular(44, 60) },
  0: { ...SCALES[0], ...VIVID, quote: regular(40, 56) },
  1: {
    ...SCALES[1],
    heading: bold(40, 48),
    quote: regular(32, 44),
    question: bold(48, 60),
    takeaway: bold(44, 56),
  },
  2: SCALES[2],
};

/** Of a look, at each density. */
export function scalesOf(theme: ThemeName): Readonly<Record<Density, TypeScale>> {
  return theme === 'vivid' ? VIVID_SCALES : SCALES;
}

/** A single text: a short one bold, one or two sentences large. */
export const VOICES: Readonly<Record<Voice, Type>> = {
  statement: bold(44, 64),
  sentence: regular(36, 56),
};

/** People's posts and footnotes, the same at each density. */
export const NOTE: Type = regular(20, 28);

/** Lengths that go along with the body's type, in pixels. */
export interface Lengths {
  /** Of a list's items, and of those with a number. */
  readonly indent: number;
  readonly ordered: number;
  /** Least space between two of them. */
  readonly gap: number;
  /** Diameter of a step's number. */
  readonly step: number;
  /** Width of the times of a timeline. */
  readonly when: number;
}

const USUAL: Lengths = { indent: 28, ordered: 44, gap: 12, step: 36, when: 176 };

export const LENGTHS: Readonly<Record<Density, Lengths>> = {
  [-2]: { indent: 36, ordered: 60, gap: 20, step: 44, when: 232 },
  [-1]: { indent: 32, ordered: 52, gap: 16, step: 40, when: 204 },
  0: USUAL,
  1: USUAL,
  2: USUAL,
};

/** Of its room that a slide may fill in type larger than usual, so that it does not look crowded. */
const ROOMY = 0.96;

/** How much of `room` the content of a slide may fill in this type. */
export function roomOf({ density }: { readonly density: Density }, room: number): number {
  return density < 0 ? ROOMY * room : room;
}

/** Most space between two items, where there is room. */
export const MOST_GAP = 48;

function regular(size: number, lineHeight: number): Type {
  return { size, lineHeight, bold: false };
}

function bold(size: number, lineHeight: number): Type {
  return { size, lineHeight, bold: true };
}

/** Below a heading, in addition to the gap. */
export const HEADING_MARGIN = 8;

export const LIST = { nestedMargin: 4 } as const;
/** Between a step's number and its text. */
export const STEPS = { gap: 20 } as const;
/** Terms beside what is said of them; `most` is the share of a row that they may take. */
export const TERMS = { columnGap: 40, most: 0.34 } as const;
/** Times and events in two columns, with a rail between them. */
export const TIMELINE = { columnGap: 56 } as const;
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
/** Rows of questions: padding and rule, height where there is room, room after the number, who asked at the end. */
export const QUESTIONS = { padding: 9, most: 72, number: 8, asker: 200, gap: 24 } as const;
/** Columns, each beginning with the person. */
export const ANSWERS = { columnGap: 48, most: 3 } as const;
/** `spread`: by how much a table of few rows is higher than it need be, as a share. */
export const TABLE = { cellPadding: 16, rowPadding: 17, code: 4, spread: 0.4 } as const;
/** Height of a bar's row, at least and where there is room. An axis with its labels is below the bars. */
export const BAR = { height: 40, most: 112, label: 320, axis: 36 } as const;
/**
 * A chart over time: least height with the dates below it, width of an axis, least gap between columns. Below what the
 * parts of `stacks` are stand their rows.
 */
export const PLOT = { least: 240, axis: 104, gap: 12, legend: 16, stack: 56 } as const;
/**
 * `valueRoom`: height of a figure besides its lines, for the rule above it, padding, and the space before its label;
 * `unit` in em.
 */
export const STATS = { columnGap: 40, rowGap: 32, valueRoom: 32, unit: 0.42, leastUnit: 20 } as const;
/** `name` is what the file's name takes, `numbers` the column with those of its lines, in em. */
export const CODE = { padding: 40, sidePadding: 48, name: 24, numbers: 2.8 } as const;
/** Above and below a formula of its own, together. */
export const FORMULA_PADDING = 8;
export const QUOTE_INDENT = 24;
/** A box: room at top and bottom, at both sides, and between its head and what it says. */
export const CALLOUT = { padding: 32, sidePadding: 48, headGap: 8 } as const;
/** At the foot of a slide: the rule above them, with the room below it, and between two. */
export const FOOTNOTES = { above: 8, gap: 4 } as const;
/** Terms with what they mean below them. */
export const DEFINITIONS = { indent: 28, gap: 12, meaningMargin: 4 } as const;
/** The only speaker on a cover: the name, and organisation and role below it. */
const COVER_NAME = { name: bold(32, 40), post: regular(24, 34) } as const;
/** A monogram or portrait with the name. */
export const PERSON_HEIGHT = 48;
/** With organisation and role on a line below the name. */
export const INTRODUCED_HEIGHT = 56;
/** The only speaker on a cover without a panel: portrait, what is between it and the words, and their type as there. */
export const LONE = { portrait: 80, gap: 20, ...COVER_NAME } as const;
/**
 * Beside the words of a cover: a panel in the colour of the one who speaks, with a portrait. Their name and post stand
 * below the title.
 */
export const PANEL = { ...COVER_NAME } as const;
export const PANEL_WIDTHS: Readonly<Record<ThemeName, number>> = { quiet: 300, bold: 0, vivid: 340 };
/** Between what is measured and a chart, in pixels. */
export const MEASURE_GAP = 8;
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
