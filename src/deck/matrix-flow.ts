import type { SlideOf } from './deck.ts';
import type { Breakable } from './flow/breakable.ts';
import { sum } from './sum.ts';
import { type CellRules, type Row, tableHeights } from './table-heights.ts';
import { tableStrips } from './table-strips.ts';
import { text } from './text.ts';
import type { Page } from './typeset/page.ts';

/** Questions below each other, a narrow column for each person. */
const RULES: CellRules = {
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
      sum(tableHeights([header, ...rows.slice(start, end)], page.box.width, page, RULES)),
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
  const strips = tableStrips([header], page.box.width, page, RULES);
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
