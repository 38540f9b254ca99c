import { type Breakable, mapBreakable, solid, stack } from '../flow/breakable.ts';
import { type SectionBase, sum, type Text, text } from '../slide.ts';
import { BAR, MEASURE_GAP, SCALES, STATS, type TypeScale } from '../typeset/canvas.ts';
import { IDEOGRAPHS } from '../typeset/classes.ts';
import type { TextType } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight, textWidth } from '../typeset/size.ts';
import { figureParts, withSeparators } from './figure-parts.ts';
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
  grows: () => true,
  spread: (slide, page) => sum(slide.bars.map((bar) => Math.max(0, BAR.most - barHeight(bar, page)))),
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
  grows: () => true,
  flow: (slide, page) => ({
    pieces: slide.stats.length,
    height: (start, end) => gridHeight(slide.stats.slice(start, end), page),
    breakCost: () => 0,
    cut: (start, end) => ({ ...slide, stats: slide.stats.slice(start, end) }),
  }),
};

/** Space for the value next to the longest bar, in pixels. */
const VALUE_WIDTH = 146;

/** The header and the axis are repeated on every page. */
function barsFlow(slide: BarsSlide, page: Page): Breakable<BarsSlide> {
  const bars = stack(
    slide.bars.map((bar) => solid(bar, barHeight(bar, page))),
    { gap: () => 0 },
  );
  const { small } = page.scale;
  const fixed =
    textHeight(slide.measure, { ...small, bold: true }, page.box.width, page) +
    MEASURE_GAP +
    (hasAxis(slide) ? BAR.axis : 0);
  return mapBreakable(bars, (layers) => ({ ...slide, bars: layers.map(({ value }) => value) }), fixed);
}

function barHeight({ label, value }: Bar, page: Page): number {
  const { small, barValue } = page.scale;
  return Math.max(
    BAR.height,
    textHeight(label, { ...small, bold: true }, BAR.label, page),
    textHeight(withSeparators(value), { ...barValue, tabular: true }, VALUE_WIDTH, page),
  );
}

/** Whether an axis adds to the values beside the bars: that it is logarithmic, or where zero is. */
export function hasAxis({ scale, range }: Pick<BarsSlide, 'scale' | 'range'>): boolean {
  return scale === 'log' || range.least < 0;
}

/** Minimum width of each of three figures in a row, in pixels. */
const LEAST_WIDTH = 176;

function gridHeight(stats: readonly Stat[], page: Page): number {
  const columns = columnsOf(stats.length);
  const room = page.box.width - STATS.columnGap * (columns - 1);
  const even = Array.from({ length: columns }, () => room / columns);
  const type = figureType(stats.length, page.scale);
  const widths = stats.length === columns && columns === 3 ? uneven(stats, type, room, page) : even;
  let height = -STATS.rowGap;
  for (let start = 0; start < stats.length; start += columns) {
    const row = stats.slice(start, start + columns);
    const heights = row.map((stat, column) => statHeight(stat, type, widths[column] ?? 0, page));
    height += STATS.rowGap + Math.max(...heights);
  }
  return height;
}

/** Two per row for two or four figures, one alone, else three. */
function columnsOf(count: number): number {
  if (count === 1) return 1;
  return count === 2 || count === 4 ? 2 : 3;
}

/** Widths of three figures in one row: long ones take space from short ones. */
function uneven(stats: readonly Stat[], type: TextType, room: number, page: Page): readonly number[] {
  const wanted = stats.map(({ value }) => figureWidth(value, type, page));
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

/** The type for one figure, which is the largest, for up to three, and for more. */
function figureType(count: number, { statAlone, statValue, statMany }: TypeScale): TextType {
  const type = count === 1 ? statAlone : count <= 3 ? statValue : statMany;
  return { ...type, tabular: true };
}

/**
 * Width on one line, with the unit in smaller type, in pixels. Between number and unit is a margin, plus a space even
 * if none was typed; beside Chinese, browsers add more.
 */
function figureWidth(value: Text, type: TextType, page: Page): number {
  const parts = figureParts(value);
  if (!parts) return textWidth(value, type, page).most;
  const small = { ...type, size: Math.max(STATS.leastUnit, STATS.unit * type.size) };
  const widthOf = (words: string, own: TextType) =>
    words === '' ? 0 : textWidth(text(words), own, page).most;
  const spaceTo = (words: string) => (words === '' ? 0 : (IDEOGRAPHS.test(words) ? 0.56 : 0.4) * small.size);
  return (
    widthOf(parts.before, small) +
    spaceTo(parts.before) +
    widthOf(parts.number, type) +
    spaceTo(parts.unit) +
    widthOf(parts.unit, small)
  );
}

function statHeight({ value, label }: Stat, type: TextType, width: number, page: Page): number {
  const whole = figureWidth(value, type, page);
  // Each line of a figure is filled, unless smaller type would keep the figure on one line.
  const lines = whole <= width ? 1 : Math.max(2, countTextLines(value, type, width, page));
  const helps = lines > 1 && (whole * SMALLEST.size) / type.size <= width;
  if (helps) return Number.POSITIVE_INFINITY;
  return STATS.valueRoom + lines * type.lineHeight + textHeight(label, page.scale.statLabel, width, page);
}

const SMALLEST = SCALES[2].statMany;
