import { type Finding, finding } from '../../findings/finding.ts';
import { ownStatements, rowCitations, tableStatements, unitOf } from '../summary/block-statements.ts';
import { type Alignment, type Prose, plainText } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { type NoAmount, readAmounts } from './read-amounts.ts';
import type { ShapeKind } from './shape-kind.ts';

interface TableShape {
  readonly kind: 'table';
  readonly header: readonly Prose[];
  readonly align: readonly Alignment[];
  readonly rows: readonly (readonly Prose[])[];
}

export const table: ShapeKind<TableShape> = {
  needs: 'one table',
  claims: ({ main }) => main?.type === 'table',
  read({ main }) {
    if (main?.type !== 'table') return null;
    const { header, align, rows } = main;
    return { kind: 'table', header, align, rows };
  },
  statements: ({ header, rows }, inherited) => tableStatements(header, rows, inherited),
  // Two rows are seen at a glance.
  needsSentence: ({ rows }) => rows.length > 2,
};

interface BarsShape {
  readonly kind: 'bars';
  /** Header of the number column. */
  readonly measure: Prose;
  readonly unit: string | null;
  readonly scale: 'linear' | 'log';
  readonly bars: readonly {
    readonly label: Prose;
    readonly value: Prose;
    /** Null if the cell is not a number. */
    readonly amount: number | null;
    /** Why it is not a number. */
    readonly problem: NoAmount | null;
  }[];
}

export const bars: ShapeKind<BarsShape> = {
  needs: 'one table with two columns, label and number',
  options: ['log'],
  read({ main }, options, lang) {
    if (main?.type !== 'table') return null;
    const [, measure] = main.header;
    if (!measure || main.header.length !== 2) return null;
    const rows = main.rows.flatMap(([label, value]) => (label && value ? [{ label, value }] : []));
    const amounts = readAmounts(
      rows.map(({ value }) => plainText(value.inlines)),
      lang,
    );
    const found = rows.map((row, index) => {
      const read = amounts[index] ?? { problem: 'text' };
      return 'amount' in read
        ? { ...row, amount: read.amount, problem: null }
        : { ...row, amount: null, problem: read.problem };
    });
    const scale = options.includes('log') ? 'log' : 'linear';
    return { kind: 'bars', measure, unit: unitOf(measure), scale, bars: found };
  },
  // Reports bars without length.
  findings({ scale, bars: found }, { source, lines }) {
    return found.flatMap(({ value, amount, problem }): readonly Finding[] => {
      const text = plainText(value.inlines);
      const at = () => findSpot(lines, value.lines, text);
      if (problem === 'ambiguous') return [finding(source.path, at(), 'ambiguous-number', { text })];
      if (problem !== null) return [finding(source.path, at(), 'not-a-number', { text, problem })];
      return amount !== null && amount <= 0 && scale === 'log'
        ? [finding(source.path, at(), 'log-of-zero', { text })]
        : [];
    });
  },
  statements: ({ measure, unit, bars: found }, inherited) => [
    ...ownStatements(measure, []),
    ...found.flatMap(({ label, value }) => {
      const citations = rowCitations([label, value], inherited);
      return [
        { prose: label, citations, unit: null },
        { prose: value, citations, unit },
      ];
    }),
  ],
  isPicture: true,
  needsSentence: ({ bars: found }) => found.length > 2,
};
