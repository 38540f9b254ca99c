import { plainText } from '../content/inline.ts';
import { columnWidths } from './column-widths.ts';
import type { Text } from './deck.ts';
import { text } from './text.ts';
import type { TextType } from './text-runs.ts';
import { type TextWidth, textWidth } from './text-width.ts';
import { TABLE, type Type } from './typeset/canvas.ts';
import type { Page } from './typeset/page.ts';
import { textHeight } from './typeset/size.ts';
import { widestText } from './widest-text.ts';

export type Row = readonly Text[];

/** How the theme sets a table's cells. */
export interface CellRules {
  /** Beside the text, in pixels. @param last index of the last column */
  padding(column: number, last: number): number;
  /** Of a column, padding included, in pixels. */
  least(column: number): number;
  most(column: number): number;
  /** Whether Chinese names in the header stay whole. */
  readonly wholeHeader: boolean;
  /** Of text in a column, in pixels: a narrower one is hard to read. */
  readonly readable: number;
  /** Whether the first column is bold, as the header is. */
  readonly boldFirst: boolean;
}

/** A table within text: a column is as wide as its longest word, unless that is no word. */
export const TABLE_RULES: CellRules = {
  padding: (column, last) => (column < last ? TABLE.cellPadding : 0),
  least: () => 0,
  most: () => 240,
  wholeHeader: false,
  // Four Chinese characters.
  readable: 80,
  boldFirst: false,
};

/** Heights of a table's rows, the header first, in pixels. @param width of the table, in pixels */
export function tableHeights(
  rows: readonly Row[],
  width: number,
  page: Page,
  rules = TABLE_RULES,
): readonly number[] {
  const { small } = page.scale;
  const narrow = narrowHeight(rows, width, page);
  if (narrow !== null) return rows.map(() => narrow);
  const widths = tableWidths(rows, width, page, rules);
  return rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      textHeight(cell, cellType(small, isBold(index, column, rules)), widths[column] ?? 0, page),
    );
    return TABLE.rowPadding + cells.reduce((highest, cell) => Math.max(highest, cell), small.lineHeight);
  });
}

/** What the columns have for their text, in pixels. */
export function tableWidths(
  rows: readonly Row[],
  width: number,
  page: Page,
  rules = TABLE_RULES,
): readonly number[] {
  const last = rows.reduce((most, row) => Math.max(most, row.length), 1) - 1;
  const columns = Array.from({ length: last + 1 }, (_, column) =>
    columnWidth(rows, column, last, page, rules),
  );
  return columnWidths(columns, width).map((each, column) => each - rules.padding(column, last));
}

/**
 * The height of each row of a table that has short cells only, as most have, which can be seen without measuring; so
 * has it with less rows. Null of another.
 */
export function narrowHeight(rows: readonly Row[], width: number, { scale: { small } }: Page): number | null {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const room = width / columns - TABLE.cellPadding;
  const isNarrow = rows.every((row) => row.every((cell) => widestText(plainText(cell)) * small.size < room));
  return isNarrow ? TABLE.rowPadding + small.lineHeight : null;
}

function columnWidth(
  rows: readonly Row[],
  column: number,
  last: number,
  page: Page,
  rules: CellRules,
): TextWidth {
  const padding = rules.padding(column, last);
  const limit = (width: number) => Math.max(rules.least(column), Math.min(rules.most(column), width));
  let [least, most] = [0, 0];
  rows.forEach((row, index) => {
    const width = cellWidth(row[column] ?? [], isBold(index, column, rules), page);
    const word = index === 0 && rules.wholeHeader ? widestName(row[column] ?? [], page) : width.least;
    least = Math.max(least, limit(word + padding));
    most = Math.max(most, limit(width.most + padding));
  });
  return { least, most: Math.max(least, most) };
}

/** The widest part of a header without a blank, in pixels. */
export function widestName(cell: Text, page: Page): number {
  const words = plainText(cell).split(/\s+/);
  const widths = words.map((word) => textWidth(text(word), cellType(page.scale.small, true), page).most);
  return widths.reduce((widest, width) => Math.max(widest, width), 0);
}

interface KnownWidth extends Pick<Page, 'fonts' | 'chinese'> {
  readonly width: TextWidth;
}

/** By cell: what is bold once is so always. An edit of event.md may change the rest. */
const known = new WeakMap<Text, KnownWidth>();

/** Of a cell's text, in pixels; the type is the same at each density. */
export function cellWidth(cell: Text, bold: boolean, page: Page): TextWidth {
  const { fonts, chinese } = page;
  const last = known.get(cell);
  if (last && last.fonts === fonts && last.chinese === chinese) return last.width;
  const width = textWidth(cell, cellType(page.scale.small, bold), page);
  known.set(cell, { fonts, chinese, width });
  return width;
}

export function isBold(row: number, column: number, { boldFirst }: CellRules): boolean {
  return row === 0 || (boldFirst && column === 0);
}

export function cellType(small: Type, bold: boolean): TextType {
  return { ...small, bold, tabular: true };
}
