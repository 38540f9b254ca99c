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

/** The space for a slide's content: inside margins of 64 at the sides, 40 above and 16 below, and a footer of 40. */
export const BOXES: Readonly<Record<Ratio, Size>> = {
  '16:9': { width: 852, height: 456 },
  '4:3': { width: 852, height: 639 },
};

/** Gap between the blocks of a slide. */
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
  /** For a single figure, for two or three, and for more. */
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

/** Body text is at least 20 px, headings at least 32 px. The two larger steps keep the usual size of headings. */
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

/** Type that the vivid look sets larger. */
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

/** The type of a theme, by density. */
export function scalesOf(theme: ThemeName): Readonly<Record<Density, TypeScale>> {
  return theme === 'vivid' ? VIVID_SCALES : SCALES;
}

/** Type of a single text: short ones bold, one or two sentences large. */
export const VOICES: Readonly<Record<Voice, Type>> = {
  statement: bold(44, 64),
  sentence: regular(36, 56),
};

/** People's posts and footnotes, the same at each density. */
export const NOTE: Type = regular(20, 28);

/** Lengths that depend on the body's type, in pixels. */
export interface Lengths {
  /** Indent of list items, and of numbered ones. */
  readonly indent: number;
  readonly ordered: number;
  /** Minimum space between two items. */
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

/** The share of its room that a slide may fill in larger type than usual, so that it does not look crowded. */
const ROOMY = 0.96;

/** How much of `room` the content of a slide may fill in this type. */
export function roomOf({ density }: { readonly density: Density }, room: number): number {
  return density < 0 ? ROOMY * room : room;
}

/** Maximum space between two items. */
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
/** Gap between a step's number and its text. */
export const STEPS = { gap: 20 } as const;
/** Terms beside their descriptions; `most` is the maximum share of a row for them. */
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
/** Rows of questions: padding and rule, maximum height, gap after the number, width for who asked. */
export const QUESTIONS = { padding: 9, most: 72, number: 8, asker: 200, gap: 24 } as const;
/** Columns, each beginning with the person. */
export const ANSWERS = { columnGap: 48, most: 3 } as const;
/** `spread`: how much higher a table with few rows may be than necessary, as a share. */
export const TABLE = { cellPadding: 16, rowPadding: 17, code: 4, spread: 0.4 } as const;
/** Minimum and maximum height of a bar's row. An axis and its labels are below the bars. */
export const BAR = { height: 40, most: 112, label: 320, axis: 36 } as const;
/**
 * A chart over time: minimum height including the dates, width of an axis, minimum gap between columns. For `stacks`,
 * the rows are below the legend.
 */
export const PLOT = { least: 240, axis: 104, gap: 12, legend: 16, stack: 56 } as const;
/**
 * `valueRoom`: height of a figure besides its lines, for the rule above it, padding, and the space before its label;
 * `unit` in em.
 */
export const STATS = { columnGap: 40, rowGap: 32, valueRoom: 32, unit: 0.42, leastUnit: 20 } as const;
/** `name` is the height of the file's name; `numbers` the width of the column of line numbers, in em. */
export const CODE = { padding: 40, sidePadding: 48, name: 24, numbers: 2.8 } as const;
/** Total padding above and below a display formula. */
export const FORMULA_PADDING = 8;
export const QUOTE_INDENT = 24;
/** A box: total padding at top and bottom and at both sides, and the gap below its head. */
export const CALLOUT = { padding: 32, sidePadding: 48, headGap: 8 } as const;
/** At the bottom of a slide: the rule above them including the space below it, and the gap between two. */
export const FOOTNOTES = { above: 8, gap: 4 } as const;
/** Terms with what they mean below them. */
export const DEFINITIONS = { indent: 28, gap: 12, meaningMargin: 4 } as const;
/** The only speaker on a cover: the name, and organisation and role below it. */
const COVER_NAME = { name: bold(32, 40), post: regular(24, 34) } as const;
/** A monogram or portrait with the name. */
export const PERSON_HEIGHT = 48;
/** With organisation and role on a line below the name. */
export const INTRODUCED_HEIGHT = 56;
/** The only speaker on a cover without a panel: portrait, gap, and the type of name and post. */
export const LONE = { portrait: 80, gap: 20, ...COVER_NAME } as const;
/**
 * A panel beside a cover's text, in the speaker's colour, with a portrait. Name and post are below the title.
 */
export const PANEL = { ...COVER_NAME } as const;
export const PANEL_WIDTHS: Readonly<Record<ThemeName, number>> = { quiet: 300, bold: 0, vivid: 340 };
/** Gap between a chart and its header, in pixels. */
export const MEASURE_GAP = 8;
/** A picture beside text; `share` is its default share of the width, in per cent. */
export const BESIDE = { columnGap: 40, share: 50 } as const;
/** Up to six pictures with captions, in two rows from four on. */
export const PICTURES = { columnGap: 32, rowGap: 16, captionGap: 8, leastOfTwoRows: 112, most: 6 } as const;
/** The panel for the heading on a picture that fills its slide. */
export const FULL = { padding: 24, gap: 8 } as const;
/** QR codes: their sides, the gaps between and beside them, and the longest address that is shown in full. */
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
