import { ownStatements, rowCitations, tableStatements, unitOf } from '../summary/block-statements.ts';
import type { Alignment, Prose } from '../summary/markup.ts';
import { amountFindings, type Cell, readColumn } from './chart-cells.ts';
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
  readonly bars: readonly (Cell & { readonly label: Prose })[];
}

export const bars: ShapeKind<BarsShape> = {
  needs: 'one table with two columns, label and number',
  options: ['log'],
  read({ main }, options, lang) {
    if (main?.type !== 'table') return null;
    const [, measure] = main.header;
    if (!measure || main.header.length !== 2) return null;
    const rows = main.rows.flatMap(([label, value]) => (label && value ? [{ label, value }] : []));
    const cells = readColumn(
      rows.map(({ value }) => value),
      lang,
    );
    const found = rows.flatMap(({ label }, index) => (cells[index] ? [{ label, ...cells[index] }] : []));
    const scale = options.includes('log') ? 'log' : 'linear';
    return { kind: 'bars', measure, unit: unitOf(measure), scale, bars: found };
  },
  // Reports bars without length.
  findings: ({ scale, bars: found }, file) => amountFindings(found, scale, file),
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
