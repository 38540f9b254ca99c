import { breakPages } from './break-pages.ts';
import { sum } from './sum.ts';
import { type CellRules, cellWidth, isBold, type Row, widestName } from './table-heights.ts';
import type { Page } from './typeset/page.ts';

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
    const word = index === 0 && rules.wholeHeader ? widestName(row[column] ?? [], page) : least;
    return Math.min(most, Math.max(word, rules.readable));
  });
  const wanted = widths.reduce((most, width) => Math.max(most, width), 0) + rules.padding(column, last);
  return Math.max(rules.least(column), Math.min(rules.most(column), wanted));
}
