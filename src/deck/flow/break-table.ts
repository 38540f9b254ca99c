import { breakPages } from '../break-pages.ts';
import { sum } from '../sum.ts';
import {
  type CellRules,
  cellType,
  narrowHeight,
  type Row,
  tableHeights,
  tableWidths,
} from '../table-heights.ts';
import { TABLE } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { breakText } from './break-text.ts';
import type { Breakable } from './breakable.ts';

export interface TableRoom {
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
