import type { Alignment, Prose } from '../../content/summary/markup.ts';
import {
  breakTable,
  type CellRules,
  hasWholeRows,
  type Row,
  TABLE_RULES,
  tableHeights,
  tableStrips,
} from '../flow/break-table.ts';
import { mapBreakable } from '../flow/breakable.ts';
import {
  type Person,
  type QuestionLink,
  type SectionBase,
  type SlideBase,
  sum,
  type Text,
  text,
} from '../slide.ts';
import { TABLE } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import type { FlowKind, FromShape } from './slide-kind.ts';

interface TableSlide extends SectionBase {
  readonly kind: 'table';
  readonly header: readonly Text[];
  readonly align: readonly Alignment[];
  readonly rows: readonly (readonly Text[])[];
}

/** The first column, which says what the rows are about, is bold. */
const RULES: CellRules = { ...TABLE_RULES, boldFirst: true };

/** The header is repeated on every page. */
export const table: FlowKind<TableSlide> & FromShape<'table', TableSlide> = {
  layout: 'flow',
  fromShape: ({ header, align, rows }) => ({
    kind: 'table',
    align,
    header: texts(header),
    rows: rows.map(texts),
  }),
  grows: ({ header, rows }, page) =>
    page.density === -1 &&
    (rows.length <= FEW_ROWS || hasWholeRows([header, ...rows], page.box.width, page, RULES)),
  spread: ({ header, rows }, page) =>
    TABLE.spread * sum(tableHeights([header, ...rows], page.box.width, page, RULES)),
  flow(slide, page, { room, above, below }) {
    // A row that must be broken leaves space for both paragraphs, wherever it ends up.
    const rows = breakTable(slide.header, slide.rows, {
      width: page.box.width,
      room: room - Math.max(above, below),
      page,
      rules: RULES,
    });
    return mapBreakable(rows, (shown) => ({ ...slide, rows: shown }));
  },
  strips: tableStripsOf,
};

/** A table with more rows gets larger type only if each stays on one line. */
const FEW_ROWS = 3;

/** Splits a table with too many columns. */
function tableStripsOf(slide: TableSlide, page: Page): readonly TableSlide[] {
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

/** Questions in rows, with a narrow column per person. */
const MATRIX_RULES: CellRules = {
  padding: (column) => (column === 0 ? 16 : 12),
  least: (column) => (column === 0 ? 240 : 0),
  most: (column) => (column === 0 ? Number.POSITIVE_INFINITY : 132),
  wholeHeader: true,
  // Whatever the questions are, the people's columns keep their width.
  breaksWords: (column) => column === 0,
  readable: 0,
  boldFirst: false,
};

interface MatrixRow extends QuestionLink {
  /** For each person of the matrix, whether they answered. */
  readonly answered: readonly boolean[];
}

/** Who answered what. */
interface MatrixSlide extends SlideBase {
  readonly kind: 'matrix';
  readonly people: readonly Person[];
  readonly rows: readonly MatrixRow[];
}

export const matrix: FlowKind<MatrixSlide> = {
  layout: 'flow',
  unbreakable: 'matrix',
  people: ({ people }) => people,
  flow(slide, page) {
    const [header = [], ...rows] = matrixRows(slide, page);
    return {
      pieces: rows.length,
      height: (start, end) =>
        sum(tableHeights([header, ...rows.slice(start, end)], page.box.width, page, MATRIX_RULES)),
      breakCost: () => 0,
      cut: (start, end) => ({ ...slide, rows: slide.rows.slice(start, end) }),
    };
  },
  strips: matrixStripsOf,
};

/**
 * Splits a matrix with too many people. Each part has only questions answered by its people; with all of them there
 * would be slides for people times questions.
 */
function matrixStripsOf(slide: MatrixSlide, page: Page): readonly MatrixSlide[] {
  // Questions shrink as needed, so their widths do not count.
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

function matrixRows({ people, rows }: MatrixSlide, { labels }: Page): readonly Row[] {
  const marks = people.map(() => text('\u25cf'));
  return [
    [text(labels.question), ...people.map(({ name }) => text(name))],
    ...rows.map(({ question, number }): Row => [text(`Q${number} \u00a0\u00a0${question}`), ...marks]),
  ];
}

function texts(proses: readonly Prose[]): readonly Text[] {
  return proses.map(({ inlines }) => inlines);
}
