import { type SlideOf, sum, type Text, text } from '../deck.ts';
import {
  breakTable,
  type CellRules,
  type Row,
  TABLE_RULES,
  tableHeights,
  tableStrips,
} from '../flow/break-table.ts';
import { type Breakable, mapBreakable } from '../flow/breakable.ts';
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

/** Questions below each other, a narrow column for each person. */
const MATRIX_RULES: CellRules = {
  padding: (column) => (column === 0 ? 16 : 12),
  least: (column) => (column === 0 ? 240 : 0),
  most: (column) => (column === 0 ? Number.POSITIVE_INFINITY : 132),
  wholeHeader: true,
  readable: 0,
  boldFirst: false,
};

export function matrixFlow(slide: SlideOf<'matrix'>, page: Page): Breakable<SlideOf<'matrix'>> {
  const [header = [], ...rows] = matrixRows(slide, page);
  return {
    pieces: rows.length,
    height: (start, end) =>
      sum(tableHeights([header, ...rows.slice(start, end)], page.box.width, page, MATRIX_RULES)),
    breakCost: () => 0,
    cut: (start, end) => ({ ...slide, rows: slide.rows.slice(start, end) }),
  };
}

/**
 * With more people than columns have room for, several, each with the questions that one of its people answered: with
 * all, there would be slides by people times questions.
 */
export function matrixParts(slide: SlideOf<'matrix'>, page: Page): readonly SlideOf<'matrix'>[] {
  // The questions give way: what they need is not counted.
  const [header = []] = matrixRows(slide, page);
  const strips = tableStrips([header], page.box.width, page, MATRIX_RULES);
  if (strips.length === 1) return [slide];
  return strips.map((columns) => {
    const pick = <T>(list: readonly T[]): readonly T[] =>
      columns.slice(1).flatMap((column) => list.slice(column - 1, column));
    const rows = slide.rows
      .map((row) => ({ ...row, answered: pick(row.answered) }))
      .filter(({ answered }) => answered.includes(true));
    return { ...slide, people: pick(slide.people), rows };
  });
}

function matrixRows({ people, rows }: SlideOf<'matrix'>, { labels }: Page): readonly Row[] {
  const marks = people.map(() => text('\u25cf'));
  return [
    [text(labels.question), ...people.map(({ name }) => text(name))],
    ...rows.map(({ question, number }): Row => [text(`Q${number} \u00a0\u00a0${question}`), ...marks]),
  ];
}
