import { plainText } from '../../content/summary/markup.ts';
import { sum, type Text } from '../slide.ts';
import { TABLE, type Type } from '../typeset/canvas.ts';
import type { TextType } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { type TextWidth, textHeight, textWidth, widestName, widestText } from '../typeset/size.ts';
import { breakText } from './break-text.ts';
import { type Breakable, breakPages } from './breakable.ts';

interface TableRoom {
  /** Of the table, in pixels. */
  readonly width: number;
  /** What a page has for it, in pixels. */
  readonly room: number;
  readonly page: Page;
  readonly rules: CellRules;
}

/** Breaking inside of a row. */
const WITHIN_ROW = 0.4;

/** Rows below a header that each page repeats; a row that is higher than a page is parted too. */
export function breakTable(header: Row, rows: readonly Row[], table: TableRoom): Breakable<readonly Row[]> {
  const { width, room, page, rules } = table;
  const heightOf = (shown: readonly Row[]) => sum(tableHeights([header, ...shown], width, page, rules));
  const narrow = narrowHeight([header, ...rows], width, page);
  const whole = heightOf(rows);
  const pieces =
    whole <= room
      ? rows.map((row) => ({ row, isFirst: true }))
      : rows.flatMap((row) => breakRow(header, row, table));
  return {
    pieces: pieces.length,
    height(start, end) {
      if (end - start === pieces.length && pieces.length === rows.length) return whole;
      if (narrow !== null) return sum(new Array<number>(end - start + 1).fill(narrow));
      return heightOf(pieces.slice(start, end).map(({ row }) => row));
    },
    breakCost: (at) => (pieces[at]?.isFirst ? 0 : WITHIN_ROW),
    cut: (start, end) => pieces.slice(start, end).map(({ row }) => row),
  };
}

interface Piece {
  readonly row: Row;
  /** Whether a row begins here. */
  readonly isFirst: boolean;
}

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

/**
 * The columns, by index, of each table that a table has to be made of so that its columns can be read; the first
 * column stands in each of them.
 * @param width of a table, in pixels
 */
export function tableStrips(
  rows: readonly Row[],
  width: number,
  page: Page,
  rules: CellRules,
): readonly (readonly number[])[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const all = Array.from({ length: columns }, (_, column) => column);
  // Few columns could have the most that each may ask for.
  if (sum(all.map((column) => rules.most(column))) <= width) return [all];
  const needs = all.map((column) => neededWidth(rows, column, columns - 1, page, rules));
  const [first = 0, ...others] = needs;
  if (sum(needs) <= width || others.length < 2) return [all];
  const strips = breakPages(
    {
      pieces: others.length,
      height: (start, end) => sum(others.slice(start, end)),
      breakCost: () => 0,
    },
    width - first,
  );
  return strips.map(({ start, end }) => [0, ...all.slice(start + 1, end + 1)]);
}

function breakRow(header: Row, row: Row, { width, room, page, rules }: TableRoom): readonly Piece[] {
  const [top = 0, height = 0] = tableHeights([header, row], width, page, rules);
  if (top + height <= room) return [{ row, isFirst: true }];
  const widths = tableWidths([header, row], width, page, rules);
  const cellRoom = room - top - TABLE.rowPadding;
  const cells = row.map((cell, column) => {
    const type = cellType(page.scale.small, rules.boldFirst && column === 0);
    const text = breakText(cell, { type, width: widths[column] ?? width, room: cellRoom, page });
    return breakPages(text, cellRoom).map(({ start, end }) => text.cut(start, end));
  });
  const length = Math.max(...cells.map((parts) => parts.length));
  return Array.from({ length }, (_, index) => ({
    row: cells.map((parts) => parts[index] ?? []),
    isFirst: index === 0,
  }));
}

/** What the columns have for their text, in pixels. */
function tableWidths(
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
function narrowHeight(rows: readonly Row[], width: number, { scale: { small } }: Page): number | null {
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
    const word =
      index === 0 && rules.wholeHeader
        ? widestName(row[column] ?? [], cellType(page.scale.small, true), page)
        : width.least;
    least = Math.max(least, limit(word + padding));
    most = Math.max(most, limit(width.most + padding));
  });
  return { least, most: Math.max(least, most) };
}

function isBold(row: number, column: number, { boldFirst }: CellRules): boolean {
  return row === 0 || (boldFirst && column === 0);
}

function cellType(small: Type, bold: boolean): TextType {
  return { ...small, bold, tabular: true };
}

/** Padding included, in pixels. */
function neededWidth(
  rows: readonly Row[],
  column: number,
  last: number,
  page: Page,
  rules: CellRules,
): number {
  const widths = rows.map((row, index) => {
    const { least, most } = cellWidth(row[column] ?? [], isBold(index, column, rules), page);
    const word =
      index === 0 && rules.wholeHeader
        ? widestName(row[column] ?? [], cellType(page.scale.small, true), page)
        : least;
    return Math.min(most, Math.max(word, rules.readable));
  });
  const wanted = widths.reduce((most, width) => Math.max(most, width), 0) + rules.padding(column, last);
  return Math.max(rules.least(column), Math.min(rules.most(column), wanted));
}

/** The widths of a table's columns, padding included, in pixels. */
type ColumnWidths = readonly number[];

/**
 * As browsers lay a table out that is `width` wide (CSS Tables 3, section 4.5.2, columns of automatic width):
 * each column gets what its widest word needs; what is left goes to those whose text is longer, in proportion
 * to how much longer it is; and what is left then in proportion to the text.
 */
function columnWidths(columns: readonly TextWidth[], width: number): ColumnWidths {
  const least = sum(columns.map((column) => column.least));
  const most = sum(columns.map((column) => column.most));
  if (width >= most) {
    return most > 0
      ? columns.map((column) => (column.most * width) / most)
      : columns.map(() => width / columns.length);
  }
  const share = most > least ? Math.max(0, width - least) / (most - least) : 0;
  return columns.map((column) => column.least + (column.most - column.least) * share);
}
