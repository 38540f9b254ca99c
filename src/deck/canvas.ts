/**
 * How large things are on the built-in theme's canvas of 980 x 552, in pixels; the table in
 * templates/theme/README.md has the same figures. Pagination estimates with them before a browser
 * measures: what it gets wrong, `export` reports.
 */
export const BOX = { width: 852, height: 456 } as const;

/** Between the blocks of a slide. */
export const BLOCK_GAP = 16;

/** No character of the fonts in use is wider, in em. */
export const WIDEST_CHARACTER = 1.5;

export interface Type {
  readonly size: number;
  readonly lineHeight: number;
  readonly bold: boolean;
}

export const HEADING: Type = { size: 40, lineHeight: 48, bold: true };
/** An answer's heading is its question. */
export const QUESTION_HEADING: Type = { size: 32, lineHeight: 40, bold: true };
/** Below a heading, on top of the gap. */
export const HEADING_MARGIN = 8;

export const BODY: Type = { size: 24, lineHeight: 36, bold: false };
/** Nested lists, tables, labels of bars. */
export const SMALL: Type = { size: 20, lineHeight: 28, bold: false };
/** The paragraph before a main block, and the one after it. */
export const LEAD: Type = { size: 20, lineHeight: 32, bold: false };
export const SUBHEADING: Type = { size: 32, lineHeight: 40, bold: false };

export const LIST = { indent: 28, gap: 12, nestedMargin: 4 } as const;
export const STEPS = { indent: 56, gap: 12 } as const;
export const ORDERED_INDENT = 44;
/** Rows with a rule below and a number in front. */
export const AGENDA = { indent: 72, padding: 12 } as const;
export const ANSWERED = { indent: 72, padding: 16 } as const;
export const INDEX = { columns: 2, columnGap: 56, indent: 48, padding: 8, topicMargin: 24 } as const;
export const TABLE = { cellPadding: 16, rowPadding: 17 } as const;
export const BAR = { height: 40, label: 280 } as const;
export const STATS = {
  columnGap: 40,
  rowGap: 32,
  valueHeight: 92,
  valueSize: 56,
  valueLine: 72,
} as const;
export const CODE = { padding: 40, sidePadding: 48 } as const;
export const QUOTE_INDENT = 24;
/** A monogram with name, role and organisation. */
export const PERSON_HEIGHT = 48;
export const FACTS = { width: 556 } as const;
