import { plainText } from '../content/inline.ts';
import { SMALL, TABLE, WIDEST_CHARACTER } from './canvas.ts';
import type { Text } from './deck.ts';
import { measureText } from './measure-text.ts';
import { textHeight } from './text-height.ts';

/** Heights of a table's rows, the header first, in pixels. */
export function tableRowHeights(rows: readonly (readonly Text[])[], width: number): readonly number[] {
  if (isNarrow(rows, width)) return rows.map(() => TABLE.rowPadding + SMALL.lineHeight);
  const widths = columnWidths(rows, width);
  return rows.map((row, index) => {
    const type = { ...SMALL, bold: index === 0 };
    const cells = row.map((cell, column) => textHeight(cell, type, widths[column] ?? width));
    return TABLE.rowPadding + Math.max(SMALL.lineHeight, ...cells);
  });
}

/** Most tables have short cells only, which can be seen without measuring. */
function isNarrow(rows: readonly (readonly Text[])[], width: number): boolean {
  return rows.every((row) =>
    row.every(
      (cell) =>
        plainText(cell).length * WIDEST_CHARACTER * SMALL.size < width / row.length - TABLE.cellPadding,
    ),
  );
}

/**
 * As a browser lays tables out, roughly: columns that need less than an even share get what they
 * need, and the others share the rest.
 */
function columnWidths(rows: readonly (readonly Text[])[], width: number): readonly number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const room = width - TABLE.cellPadding * (columns - 1);
  const wanted = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row, index) => cellWidth(row[column] ?? [], index === 0))),
  );
  const widths = new Array<number>(columns).fill(0);
  const open = new Set(wanted.keys());
  for (let rest = room; open.size > 0; ) {
    const share = rest / open.size;
    const modest = [...open].filter((column) => (wanted[column] ?? 0) <= share);
    for (const column of modest.length > 0 ? modest : [...open]) {
      const given = modest.length > 0 ? (wanted[column] ?? 0) : share;
      widths[column] = given;
      rest -= given;
      open.delete(column);
    }
  }
  return widths;
}

function cellWidth(cell: Text, bold: boolean): number {
  return measureText(plainText(cell), { size: SMALL.size, bold, mono: false });
}
