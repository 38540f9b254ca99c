import type { SlideOf, Text } from '../deck.ts';
import { breakTable } from '../flow/break-table.ts';
import { type Breakable, mapBreakable } from '../flow/breakable.ts';
import { type CellRules, TABLE_RULES } from '../table-heights.ts';
import { tableStrips } from '../table-strips.ts';
import type { Page } from '../typeset/page.ts';
import type { Rooms } from './frame-flow.ts';

/** What the rows are about stands out. */
const RULES: CellRules = { ...TABLE_RULES, boldFirst: true };

/** Every page repeats the header. */
export function tableFlow(
  slide: SlideOf<'table'>,
  page: Page,
  { room, above, below }: Rooms,
): Breakable<SlideOf<'table'>> {
  // A row that needs to be parted leaves room for what stands above and below, wherever it is.
  const rows = breakTable(slide.header, slide.rows, {
    width: page.box.width,
    room: room - Math.max(above, below),
    page,
    rules: RULES,
  });
  return mapBreakable(rows, (shown) => ({ ...slide, rows: shown }));
}

/** The tables that one with too many columns is made of; one otherwise. */
export function tableParts(slide: SlideOf<'table'>, page: Page): readonly SlideOf<'table'>[] {
  const strips = tableStrips([slide.header, ...slide.rows], page.box.width, page, RULES);
  if (strips.length === 1) return [slide];
  return strips.map((columns, index) => {
    const pick = <T>(row: readonly T[], none: T): readonly T[] =>
      columns.map((column) => row[column] ?? none);
    return {
      ...slide,
      lead: index === 0 ? slide.lead : null,
      aside: index === strips.length - 1 ? slide.aside : null,
      header: pick<Text>(slide.header, []),
      align: pick(slide.align, null),
      rows: slide.rows.map((row) => pick<Text>(row, [])),
    };
  });
}
