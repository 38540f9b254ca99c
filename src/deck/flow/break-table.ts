import { sum, type Text } from '../slide.ts';
import { TABLE, type Type } from '../typeset/canvas.ts';
import type { TextType } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { type TextWidth, textHeight, textWidth, widestInlines, widestName } from '../typeset/size.ts';
import { breakText } from './break-text.ts';
import { type Breakable, breakPages } from './breakable.ts';

interface TableRoom {
  /** Width of the table, in pixels. */
  readonly width: number;
  /** Height available on a page, in pixels. */
  readonly room: number;
  readonly page: Page;
  readonly rules: CellRules;
}

/** Cost of a break inside a row. */
const WITHIN_ROW = 0.4;

/** Rows below a header that is repeated on each page; a row higher than a page is broken too. */
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
  /** Whether this is the beginning of a row. */
  readonly isFirst: boolean;
}

export type Row = readonly Text[];

/** Layout of table cells in the theme. */
export interface CellRules {
  /** Horizontal padding, in pixels. @param last index of the last column */
  padding(column: number, last: number): number;
  /** Minimum and maximum column width including padding, in pixels. */
  least(column: number): number;
  most(column: number): number;
  /** Whether Chinese names in the header are kept unbroken. */
  readonly wholeHeader: boolean;
  /** Whether a column may be narrower than the longest word of its rows, which is then broken. */
  breaksWords(column: number): boolean;
  /** Minimum readable text width of a column, in pixels. */
  readonly readable: number;
  /** Whether the first column is bold, like the header. */
  readonly boldFirst: boolean;
}

/** Tables within text. Columns fit their longest word, up to a limit. */
export const TABLE_RULES: CellRules = {
  padding: (column, last) => (column < last ? TABLE.cellPadding : 0),
  least: () => 0,
  most: () => 240,
  wholeHeader: false,
  breaksWords: () => false,
  // Four Chinese characters.
  readable: 80,
  boldFirst: false,
};

/** Heights of a table's rows in pixels, beginning with the header. @param width of the table, in pixels */
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
      textHeight(
        cell,
        cellType(small, isBold(index, column, rules)),
        (widths[column] ?? 0) - endRoom(cell, column === row.length - 1),
        page,
      ),
    );
    return TABLE.rowPadding + cells.reduce((highest, cell) => Math.max(highest, cell), small.lineHeight);
  });
}

/** Whether each row takes one line. @param width of the table, in pixels */
export function hasWholeRows(rows: readonly Row[], width: number, page: Page, rules: CellRules): boolean {
  const most = TABLE.rowPadding + page.scale.small.lineHeight;
  return tableHeights(rows, width, page, rules).every((height) => height <= most);
}

interface KnownWidth extends Pick<Page, 'fonts' | 'chinese'> {
  readonly size: number;
  readonly width: TextWidth;
}

/** By cell, for the last size only. A cell's boldness never changes; fonts and script may change with event.md. */
const known = new WeakMap<Text, KnownWidth>();

/** Width of a cell's text in pixels. */
export function cellWidth(cell: Text, bold: boolean, page: Page): TextWidth {
  const { fonts, chinese } = page;
  const { size } = page.scale.small;
  const last = known.get(cell);
  if (last && last.size === size && last.fonts === fonts && last.chinese === chinese) return last.width;
  const width = textWidth(cell, cellType(page.scale.small, bold), page);
  known.set(cell, { size, fonts, chinese, width });
  return width;
}

/**
 * Divides a table into several with readable columns: column indices of each, always including the first column.
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
  // A quick test: the maximum widths of a few columns fit.
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

/** Widths for text in the columns, in pixels. */
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
 * Quick estimate for tables with short cells only, as most are: the height of each row, valid for fewer rows too. Null
 * for other tables.
 */
function narrowHeight(rows: readonly Row[], width: number, { scale: { small } }: Page): number | null {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const room = width / columns - TABLE.cellPadding;
  const isNarrow = rows.every((row) => row.every((cell) => widestInlines(cell) * small.size < room));
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
    const around = padding + endRoom(row[column] ?? [], column === last);
    const isName = index === 0 && rules.wholeHeader;
    let word = rules.breaksWords(column) ? 0 : width.least;
    if (isName) word = widestName(row[column] ?? [], cellType(page.scale.small, true), page);
    least = Math.max(least, limit(word + around));
    most = Math.max(most, limit(width.most + around));
  });
  return { least, most: Math.max(least, most) };
}

/** Room at the end of a line for the background of code, in pixels. */
function endRoom(cell: Text, isLast: boolean): number {
  return isLast && hasCode(cell) ? TABLE.code : 0;
}

function hasCode(text: Text): boolean {
  return text.some((piece) => piece.type === 'code' || ('children' in piece && hasCode(piece.children)));
}

function isBold(row: number, column: number, { boldFirst }: CellRules): boolean {
  return row === 0 || (boldFirst && column === 0);
}

function cellType(small: Type, bold: boolean): TextType {
  return { ...small, bold, tabular: true };
}

/** Including padding, in pixels. */
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
    return Math.min(most, Math.max(word, rules.readable)) + endRoom(row[column] ?? [], column === last);
  });
  const wanted = widths.reduce((most, width) => Math.max(most, width), 0) + rules.padding(column, last);
  return Math.max(rules.least(column), Math.min(rules.most(column), wanted));
}

/** Widths of a table's columns including padding, in pixels. */
type ColumnWidths = readonly number[];

/**
 * Column widths as browsers compute them for a table of this width (CSS Tables 3, section 4.5.2, auto columns): each
 * column gets its widest word; the rest is distributed by how much longer the texts are; any excess in proportion to
 * the text.
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
