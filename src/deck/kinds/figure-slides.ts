import { plainText } from '../../content/summary/markup.ts';
import { type Breakable, mapBreakable, solid, stack } from '../flow/breakable.ts';
import { type SectionBase, sum, type Text } from '../slide.ts';
import { BAR, SCALES, STATS } from '../typeset/canvas.ts';
import type { TextType } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight, textWidth } from '../typeset/size.ts';
import { afterBold } from './list-slides.ts';
import type { FlowKind, FromShape } from './slide-kind.ts';

interface Bar {
  readonly label: Text;
  /** As typed, for display. */
  readonly value: Text;
  /** In the chart's unit. */
  readonly amount: number;
}

interface BarsSlide extends SectionBase {
  readonly kind: 'bars';
  /** What is measured: the header of the number column. */
  readonly measure: Text;
  readonly unit: string | null;
  /** Logarithmic only on request, for values that differ by orders of magnitude. */
  readonly scale: 'linear' | 'log';
  /** Range of the whole chart, so that its parts share one axis. */
  readonly range: { readonly least: number; readonly most: number };
  readonly bars: readonly Bar[];
}

export const bars: FlowKind<BarsSlide> & FromShape<'bars', BarsSlide> = {
  layout: 'flow',
  fromShape(shape) {
    const found = shape.bars.map(({ label, value, amount }) => ({
      label: label.inlines,
      value: value.inlines,
      amount: amount ?? 0,
    }));
    const amounts = found.map(({ amount }) => amount);
    const range = {
      least: amounts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      most: amounts.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    };
    const { unit, scale } = shape;
    return { kind: 'bars', measure: shape.measure.inlines, unit, scale, range, bars: found };
  },
  flow: barsFlow,
};

interface Stat {
  readonly value: Text;
  readonly label: Text;
}

interface StatsSlide extends SectionBase {
  readonly kind: 'stats';
  readonly stats: readonly Stat[];
}

/** Figures in rows; a figure stays on one line as long as smaller type helps. */
export const stats: FlowKind<StatsSlide> & FromShape<'stats', StatsSlide> = {
  layout: 'flow',
  fromShape: (shape) => ({
    kind: 'stats',
    stats: shape.stats.map(({ value, label }) => ({ value, label: afterBold(label) })),
  }),
  flow: (slide, page) => ({
    pieces: slide.stats.length,
    height: (start, end) => gridHeight(slide.stats.slice(start, end), page),
    breakCost: () => 0,
    cut: (start, end) => ({ ...slide, stats: slide.stats.slice(start, end) }),
  }),
};

/** Space for the value next to the longest bar, in pixels. */
const VALUE_WIDTH = 146;

/** Between the measure and the bars, in pixels. */
const MEASURE_GAP = 8;

/** Measure and axis are repeated on every page. */
function barsFlow(slide: BarsSlide, page: Page): Breakable<BarsSlide> {
  const { small } = page.scale;
  const unit: Text = slide.unit === null ? [] : [{ type: 'text', text: ` ${slide.unit}` }];
  const heightOf = ({ label, value }: Bar) =>
    Math.max(
      BAR.height,
      textHeight(label, small, BAR.label, page),
      textHeight([...value, ...separators(value), ...unit], { ...small, tabular: true }, VALUE_WIDTH, page),
    );
  const bars = stack(
    slide.bars.map((bar) => solid(bar, heightOf(bar))),
    { gap: () => 0 },
  );
  const fixed =
    textHeight([...slide.measure, ...unit], { ...small, bold: true }, page.box.width, page) +
    MEASURE_GAP +
    BAR.axis;
  return mapBreakable(bars, (layers) => ({ ...slide, bars: layers.map(({ value }) => value) }), fixed);
}

/** Stand-ins for the thousands separators that rendering adds. */
function separators(value: Text): Text {
  const digits = plainText(value).match(/\d{4,}/g) ?? [];
  const count = digits.reduce((sum, each) => sum + Math.floor((each.length - 1) / 3), 0);
  return count > 0 ? [{ type: 'text', text: ','.repeat(count) }] : [];
}

const SMALLEST = SCALES[2].statValue;
/** Minimum width of each of three figures in a row, in pixels. */
const LEAST_WIDTH = 176;

function gridHeight(stats: readonly Stat[], page: Page): number {
  const columns = columnsOf(stats.length);
  const room = page.box.width - STATS.columnGap * (columns - 1);
  const even = Array.from({ length: columns }, () => room / columns);
  const type = { ...page.scale.statValue, tabular: true };
  const widths = stats.length === columns && columns === 3 ? uneven(stats, type, room, page) : even;
  let height = -STATS.rowGap;
  for (let start = 0; start < stats.length; start += columns) {
    const row = stats.slice(start, start + columns);
    const heights = row.map((stat, column) => statHeight(stat, type, widths[column] ?? 0, page));
    height += STATS.rowGap + Math.max(...heights);
  }
  return height;
}

/** Two per row for one, two or four figures, else three. */
function columnsOf(count: number): number {
  return count <= 2 || count === 4 ? 2 : 3;
}

/** Widths of three figures in one row: long ones take space from short ones. */
function uneven(stats: readonly Stat[], type: TextType, room: number, page: Page): readonly number[] {
  const wanted = stats.map(({ value }) => textWidth(value, type, page).most);
  const widths = wanted.map(() => LEAST_WIDTH);
  let rest = room - sum(widths);
  // As browsers grow grid tracks: equally, each up to its desired width; the rest is shared equally.
  for (;;) {
    const open = wanted.flatMap((want, column) => (want > (widths[column] ?? 0) ? [column] : []));
    if (open.length === 0 || rest <= 0) break;
    const gaps = open.map((column) => (wanted[column] ?? 0) - (widths[column] ?? 0));
    const step = Math.min(rest / open.length, ...gaps);
    for (const column of open) widths[column] = (widths[column] ?? 0) + step;
    rest -= step * open.length;
  }
  return widths.map((width) => width + Math.max(0, rest) / widths.length);
}

function statHeight({ value, label }: Stat, type: TextType, width: number, page: Page): number {
  const lines = countTextLines(value, type, width, page);
  const helps = lines > 1 && countTextLines(value, { ...type, size: SMALLEST.size }, width, page) === 1;
  if (helps) return Number.POSITIVE_INFINITY;
  return STATS.valueRoom + lines * type.lineHeight + textHeight(label, page.scale.body, width, page);
}
