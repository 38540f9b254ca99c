import type { Finding } from '../../findings/finding.ts';
import { tableStatements, unitOf } from '../summary/block-statements.ts';
import { type Alignment, type Block, type Inline, type Prose, plainText } from '../summary/markup.ts';
import { amountFindings, type Cell, readColumn } from './chart-cells.ts';
import type { ShapeKind } from './shape-kind.ts';

/** Parts of a table besides the cells that a chart shows. */
interface Table {
  readonly header: readonly Prose[];
  readonly align: readonly Alignment[];
  readonly table: readonly (readonly Prose[])[];
}

/** A column of numbers. */
interface Column {
  readonly name: Prose;
  readonly unit: string | null;
}

interface SeriesShape extends Table {
  readonly kind: 'series';
  readonly form: 'columns' | 'line';
  readonly scale: 'linear' | 'log';
  /** One for columns, up to four for lines. */
  readonly lines: readonly Column[];
  readonly points: readonly {
    readonly when: Prose;
    /** In years; null if it is not a recognized date. */
    readonly time: number | null;
    /** One per line. */
    readonly cells: readonly Cell[];
  }[];
}

/** Lines that can be told apart without colours. */
const MOST_LINES = 4;
/** More points than this are drawn as a line. */
const MOST_COLUMNS = 8;

/** How a number changed over time: columns, or lines. */
export const series: ShapeKind<SeriesShape> = {
  needs: 'one table of years or dates in order, and a column of numbers, or up to four for lines',
  options: ['columns', 'line', 'log'],
  claims: ({ main }) => main?.type === 'table' && isSeries(main.header, main.rows),
  read({ main }, options, lang) {
    const found = readColumns(main, lang);
    if (!found || found.columns.length > MOST_LINES || found.rows.length < 2) return null;
    const { columns: lines, rows, ...table } = found;
    const points = rows.map(({ label, cells }) => ({
      when: label,
      time: timeOf(plainText(label.inlines)),
      cells,
    }));
    const fits = lines.length === 1 && points.length <= MOST_COLUMNS;
    const form = options.find((each) => each === 'columns' || each === 'line') ?? (fits ? 'columns' : 'line');
    if (form === 'columns' && lines.length > 1) return null;
    const scale = options.includes('log') ? 'log' : 'linear';
    return { kind: 'series', ...table, form, scale, lines, points };
  },
  findings: ({ points, scale }, file) =>
    points.flatMap(({ cells }): readonly Finding[] => amountFindings(cells, scale, file)),
  statements: ({ header, table }, inherited) => tableStatements(header, table, inherited),
  isPicture: true,
  needsSentence: ({ points }) => points.length > 2,
};

interface StacksShape extends Table {
  readonly kind: 'stacks';
  readonly parts: readonly Column[];
  readonly rows: readonly { readonly label: Prose; readonly cells: readonly Cell[] }[];
}

/** Shades that can be told apart. */
const MOST_PARTS = 5;

/** What each of several wholes consists of, in per cent. */
export const stacks: ShapeKind<StacksShape> = {
  needs: 'one table of a label and two to five columns of numbers, none of them below zero',
  read({ main }, _, lang) {
    const found = readColumns(main, lang);
    if (!found || found.columns.length < 2 || found.columns.length > MOST_PARTS) return null;
    const { columns: parts, rows, ...table } = found;
    const isWhole = rows.every(({ cells }) => {
      if (cells.some(({ amount }) => amount === null)) return true;
      return (
        cells.every(({ amount }) => Number(amount) >= 0) && cells.some(({ amount }) => Number(amount) > 0)
      );
    });
    return isWhole ? { kind: 'stacks', ...table, parts, rows } : null;
  },
  findings: ({ rows }, file) => rows.flatMap(({ cells }) => amountFindings(cells, 'linear', file)),
  statements: ({ header, table }, inherited) => tableStatements(header, table, inherited),
  isPicture: true,
  needsSentence: ({ rows }) => rows.length > 1,
};

/** A table of labels and at least one column of numbers; null for any other. */
function readColumns(main: Block | null, lang: string) {
  if (main?.type !== 'table') return null;
  const { header, align, rows: table } = main;
  const [, ...names] = header;
  if (names.length === 0 || table.length === 0) return null;
  const columns = names.map((name) => ({ name, unit: unitOf(name) }));
  const cells = names.map((_, index) =>
    readColumn(
      table.flatMap((row) => row[index + 1] ?? []),
      lang,
    ),
  );
  const rows = table.flatMap(([label], row) =>
    label ? [{ label, cells: cells.flatMap((column) => column[row] ?? []) }] : [],
  );
  return { header, align, table, columns, rows };
}

/** A table that is clearly a series: three or more dates, in order, each with a single number. */
function isSeries(header: readonly Prose[], rows: readonly (readonly Prose[])[]): boolean {
  if (header.length !== 2 || rows.length < 3) return false;
  const times = rows.map(([when]) =>
    when && isPlain(when.inlines) ? timeOf(plainText(when.inlines)) : null,
  );
  const areOrdered = times.every(
    (time, index) => time !== null && (index === 0 || time > Number(times[index - 1])),
  );
  const areNumbers = readColumn(
    rows.flatMap(([, value]) => value ?? []),
    'und',
  ).every(({ value, problem }) => (problem === null || problem === 'ambiguous') && isPlain(value.inlines));
  return areOrdered && areNumbers;
}

/** Text without marks, or all in bold. */
function isPlain(inlines: readonly Inline[]): boolean {
  const [only, ...more] = inlines;
  if (more.length > 0 || !only) return false;
  return only.type === 'text' || (only.type === 'strong' && isPlain(only.children));
}

const DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const MONTH = /^(\d{4})(?:[-/.]| ?\u5e74 ?)(\d{1,2})(?: ?\u6708)?$/;
const QUARTER = /^(?:(\d{4})[ -]?Q([1-4])|Q([1-4]) (\d{4}))$/;
const YEAR = /^(\d{4})(?: ?\u5e74)?$/;

/** `2019`, `2019-05`, `2019-05-17`, `2019 Q2` or `2019 年 5 月` in years; null for anything else. */
function timeOf(text: string): number | null {
  const when = text.normalize('NFKC').trim();
  const day = DAY.exec(when);
  const month = MONTH.exec(when);
  const quarter = QUARTER.exec(when);
  const year = Number((day ?? month ?? YEAR.exec(when))?.[1] ?? quarter?.[1] ?? quarter?.[4] ?? 0);
  const within = quarter
    ? (Number(quarter[2] ?? quarter[3]) - 1) / 4
    : (Number((day ?? month)?.[2] ?? 1) - 1) / 12 + (Number(day?.[3] ?? 1) - 1) / 372;
  return year >= 1000 && year < 3000 && within >= 0 && within < 1 ? year + within : null;
}
