import { plainText } from '../../content/summary/markup.ts';
import { mapBreakable, solid, stack } from '../flow/breakable.ts';
import { type SectionBase, sum, type Text, text } from '../slide.ts';
import { BAR, MEASURE_GAP, PLOT } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight, textWidth } from '../typeset/size.ts';
import { withSeparators } from './figure-parts.ts';
import type { FlowKind, FromShape } from './slide-kind.ts';

interface Amount {
  /** As typed, for display. */
  readonly value: Text;
  readonly amount: number;
}

interface Named {
  readonly name: Text;
  readonly unit: string | null;
}

interface SeriesSlide extends SectionBase {
  readonly kind: 'series';
  readonly form: 'columns' | 'line';
  readonly scale: 'linear' | 'log';
  /** One for columns, up to four for lines. */
  readonly lines: readonly Named[];
  /** Range of the whole chart, so that its parts share one axis. */
  readonly range: { readonly least: number; readonly most: number };
  readonly points: readonly {
    readonly when: Text;
    /** In years; null if it is not a recognized date. */
    readonly time: number | null;
    /** One per line. */
    readonly cells: readonly Amount[];
  }[];
}

/** Columns are split where there would be no room for their values; a line stays on one slide. */
export const series: FlowKind<SeriesSlide> & FromShape<'series', SeriesSlide> = {
  layout: 'flow',
  fromShape({ form, scale, lines, points }) {
    const found = points.map(({ when, time, cells }) => ({
      when: when.inlines,
      time,
      cells: cells.map(({ value, amount }) => ({ value: value.inlines, amount: amount ?? 0 })),
    }));
    const amounts = found.flatMap(({ cells }) => cells.map(({ amount }) => amount));
    const range = {
      least: amounts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      most: amounts.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    };
    const named = lines.map(({ name, unit }) => ({ name: name.inlines, unit }));
    return { kind: 'series', form, scale, lines: named, range, points: found };
  },
  grows: () => true,
  flow(slide, page) {
    const { small } = page.scale;
    const names = slide.lines.map(({ name }) =>
      textHeight(name, { ...small, bold: true }, page.box.width, page),
    );
    const height = Math.max(...names) + MEASURE_GAP + PLOT.least;
    if (slide.form === 'line') return solid(slide, height);
    const most = columnsOf(slide, page);
    return {
      pieces: slide.points.length,
      height: (start, end) => (end - start > most ? Number.POSITIVE_INFINITY : height),
      breakCost: () => 0,
      cut: (start, end) => ({ ...slide, points: slide.points.slice(start, end) }),
    };
  },
};

/** Number of columns that fit side by side, each with its value and date on one line. */
function columnsOf({ points, scale, range }: SeriesSlide, page: Page): number {
  const { small, barValue } = page.scale;
  const widths = points.flatMap(({ when, cells }) => [
    textWidth(when, { ...small, bold: true }, page).most,
    ...cells.map(({ value }) => textWidth(withSeparators(value), { ...barValue, tabular: true }, page).most),
  ]);
  const width = page.box.width - (scale === 'log' || range.least < 0 ? PLOT.axis : 0);
  return Math.max(1, Math.floor(width / (Math.max(...widths) + PLOT.gap)));
}

interface Stack {
  readonly label: Text;
  /** One per part. */
  readonly cells: readonly Amount[];
}

interface StacksSlide extends SectionBase {
  readonly kind: 'stacks';
  readonly parts: readonly Named[];
  readonly rows: readonly Stack[];
}

/** A full-length bar per row, divided into a part per column. The legend is repeated on every page. */
export const stacks: FlowKind<StacksSlide> & FromShape<'stacks', StacksSlide> = {
  layout: 'flow',
  fromShape: ({ parts, rows }) => ({
    kind: 'stacks',
    parts: parts.map(({ name, unit }) => ({ name: name.inlines, unit })),
    rows: rows.map(({ label, cells }) => ({
      label: label.inlines,
      cells: cells.map(({ value, amount }) => ({ value: value.inlines, amount: amount ?? 0 })),
    })),
  }),
  grows: () => true,
  spread: ({ rows }, page) => sum(rows.map((row) => Math.max(0, BAR.most - stackHeight(row, page)))),
  flow(slide, page) {
    const legend = text(slide.parts.map(({ name }) => `${plainText(name)}\u2003\u2003`).join(' '));
    const height =
      textHeight(legend, { ...page.scale.small, bold: true }, page.box.width, page) + PLOT.legend;
    const rows = stack(
      slide.rows.map((row) => solid(row, stackHeight(row, page))),
      { gap: () => 0 },
    );
    return mapBreakable(rows, (layers) => ({ ...slide, rows: layers.map(({ value }) => value) }), height);
  },
};

function stackHeight({ label }: Stack, page: Page): number {
  return Math.max(PLOT.stack, textHeight(label, { ...page.scale.small, bold: true }, BAR.label, page));
}
