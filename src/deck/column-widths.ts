import { sum } from './sum.ts';
import type { TextWidth } from './text-width.ts';

/** The widths of a table's columns, padding included, in pixels. */
export type ColumnWidths = readonly number[];

/**
 * As browsers lay a table out that is `width` wide (CSS Tables 3, section 4.5.2, columns of automatic width):
 * each column gets what its widest word needs; what is left goes to those whose text is longer, in proportion
 * to how much longer it is; and what is left then in proportion to the text.
 */
export function columnWidths(columns: readonly TextWidth[], width: number): ColumnWidths {
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
