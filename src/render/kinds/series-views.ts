import { plainText } from '../../content/summary/markup.ts';
import type { SlideOf } from '../../deck/kinds/slides.ts';
import type { Text } from '../../deck/slide.ts';
import { BAR, SCALES } from '../../deck/typeset/canvas.ts';
import { barAxis, type TickView, withSeparators } from '../chart.ts';
import type { Inert } from '../inert.ts';
import { isForward, type PlacedValue, placeOf, shownLabels, spreadEnds, widthOf } from '../place-labels.ts';
import type { SectionViewBase } from '../view.ts';
import type { Maker, ViewKind } from './view-kind.ts';

interface SeriesView extends SectionViewBase {
  readonly kind: 'series';
  readonly form: 'columns' | 'line';
  readonly scale: 'linear' | 'log';
  /** The header, with its unit in brackets; for several lines, which are named at their ends, their common unit. */
  readonly measure: Inert | null;
  /** Height of zero, or of the logarithmic axis's lowest power, 0 to 100. */
  readonly zero: number;
  /** In order along the axis; empty if there is no axis. */
  readonly ticks: readonly TickView[];
  /** One per date. Heights and positions are 0 to 100. */
  readonly points: readonly {
    readonly when: Inert;
    readonly x: number;
    /** Whether there is room for the date below it. */
    readonly isDated: boolean;
    readonly isFaded: boolean;
    readonly isForward: boolean;
    /** Whether it is the first or the last. */
    readonly isEnd: boolean;
    /** One per line. */
    readonly values: readonly {
      /** With thousands separators. */
      readonly value: Inert;
      /** Name of its line; null if there is only one. */
      readonly name: Inert | null;
      /** For a column: its start and height; for a line's point, `y` is its height. */
      readonly from: number;
      readonly share: number;
      readonly y: number;
      readonly isNegative: boolean;
      /** Position of the value beside the line; null if there is no room for it. */
      readonly place: PlacedValue | null;
      /** 1-based number of its line. */
      readonly line: number;
    }[];
  }[];
  /** One per line if there are several, after its last point. */
  readonly ends: readonly {
    readonly name: Inert;
    readonly value: Inert;
    readonly y: number;
    readonly line: number;
  }[];
  /** One per line: its points in an SVG of 100 by 100. */
  readonly paths: readonly { readonly points: string; readonly line: number }[];
}

export const series: ViewKind<SlideOf<'series'>, SeriesView> = {
  view(slide, make) {
    const { form, scale, lines, points, density } = slide;
    const { ticks, share } = barAxis(slide.range, scale, make.lang);
    const zero = scale === 'log' ? 0 : share(0);
    const xs = placesOf(points.map(({ time }) => time));
    const size = SCALES[density].barValue.size;
    const shown = points.map(({ cells }) => cells.map(({ value }) => withSeparators(value, make.lang)));
    const isSingle = lines.length === 1;
    const { names, unit } = namesOf(lines);
    const forward = points.map(({ when }) => isForward(when));
    const isSplit = forward.includes(true) && forward.includes(false);
    const firsts = points.map(({ cells }) => share(cells[0]?.amount ?? 0));
    const places = firsts.map((y, at) => placeOf(firsts[at - 1], y, firsts[at + 1]));
    const width = PLOT_WIDTH - (isSingle ? 0 : NAMES);
    const valued = shownLabels(
      points.map((_, at) => ({
        text: plainText(shown[at]?.[0] ?? []),
        x: ((xs[at] ?? 0) / 100) * width,
        place: places[at] ?? 'peak',
        isFirst: forward[at] === true,
        weight: Math.max(...firsts) === firsts[at] ? 1 : 0,
      })),
      size,
    );
    const dated = shownLabels(
      points.map(({ when }, at) => ({
        text: plainText(when),
        x: ((xs[at] ?? 0) / 100) * width,
        place: 'peak' as const,
        isFirst: forward[at] === true,
        weight: 0,
      })),
      SCALES[density].small.size,
    );
    return {
      kind: 'series',
      form,
      scale,
      measure: isSingle && lines[0] ? make.text(lines[0].name) : make.optionalWords(unit),
      zero,
      ticks: scale === 'log' ? ticks : [],
      points: points.map(({ when, cells }, at) => ({
        when: make.text(when),
        x: xs[at] ?? 0,
        isDated: dated.has(at),
        isForward: forward[at] === true,
        isEnd: at === 0 || at === points.length - 1,
        isFaded: isSplit && !forward[at],
        values: cells.map(({ amount }, line) => {
          const y = share(amount);
          return {
            value: make.text(shown[at]?.[line] ?? []),
            name: isSingle ? null : make.text(names[line] ?? []),
            from: Math.min(zero, y),
            share: rounded(Math.abs(y - zero)),
            y,
            isNegative: scale === 'linear' && amount < 0,
            place: isSingle && valued.has(at) ? (places[at] ?? null) : null,
            line: line + 1,
          };
        }),
      })),
      ends: isSingle ? [] : endsOf(names, slide, shown.at(-1) ?? [], share, make),
      paths: lines.map((_, line) => ({
        line: line + 1,
        points: points
          .map(({ cells }, at) => `${xs[at] ?? 0},${rounded(100 - share(cells[line]?.amount ?? 0))}`)
          .join(' '),
      })),
    };
  },
};

/** Width of a line's plot, and how much less it is beside the names of several, in pixels. */
const PLOT_WIDTH = 676;
const NAMES = 112;

function endsOf(
  names: readonly Text[],
  { points }: SlideOf<'series'>,
  values: readonly Text[],
  share: (amount: number) => number,
  make: Maker,
): SeriesView['ends'] {
  const last = points.at(-1)?.cells ?? [];
  const ys = spreadEnds(last.map(({ amount }) => share(amount)));
  return names.map((name, line) => ({
    name: make.text(name),
    value: make.text(values[line] ?? []),
    y: ys[line] ?? 0,
    line: line + 1,
  }));
}

/** Positions on the time axis, 0 to 100: proportional to the dates if all are known and in order; else even. */
function placesOf(times: readonly (number | null)[]): readonly number[] {
  const known = times.filter((time) => time !== null);
  const [first = 0, last = 0] = [known[0], known.at(-1)];
  const areOrdered = known.every((time, at) => at === 0 || time > (known[at - 1] ?? time));
  const isTimed = known.length === times.length && areOrdered && last > first;
  return times.map((time, at) =>
    rounded(
      100 * (isTimed && time !== null ? (time - first) / (last - first) : at / Math.max(1, times.length - 1)),
    ),
  );
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

interface StacksView extends SectionViewBase {
  readonly kind: 'stacks';
  readonly parts: readonly { readonly name: Inert; readonly part: number }[];
  /** Common to all parts; null if they have several or none. */
  readonly unit: Inert | null;
  readonly rows: readonly {
    readonly label: Inert;
    readonly cells: readonly {
      readonly name: Inert;
      /** With thousands separators. */
      readonly value: Inert;
      /** Share of the whole, 0 to 100, with at most two decimals. */
      readonly share: number;
      /** Whether there is room for the value in it. */
      readonly isWide: boolean;
      /** 1-based number of its part. */
      readonly part: number;
    }[];
  }[];
}

/** Width of labels and bars, in pixels, and maximum width of a label, in em. */
const CHART_WIDTH = 852 - 16;
const MOST_LABEL = 16;

/** Names without their common unit in brackets, and that unit. */
function namesOf(columns: readonly { readonly name: Text; readonly unit: string | null }[]) {
  const [first] = columns;
  const unit = first && columns.every((column) => column.unit === first.unit) ? first.unit : null;
  const names = columns.map(({ name }): Text => {
    const last = name.at(-1);
    if (unit === null || last?.type !== 'text') return name;
    const words = last.text.replace(/\s*[(\uFF08][^()\uFF08\uFF09]+[)\uFF09]\s*$/, '');
    if (words === '') return name.length > 1 ? name.slice(0, -1) : name;
    return [...name.slice(0, -1), { type: 'text', text: words }];
  });
  return names.every((name, at) => name !== columns[at]?.name)
    ? { names, unit }
    : { names: columns.map(({ name }) => name), unit: null };
}

export const stacks: ViewKind<SlideOf<'stacks'>, StacksView> = {
  view({ parts, rows, density }, make) {
    const { barValue, small } = SCALES[density];
    const { names, unit } = namesOf(parts);
    const labels = rows.map(({ label }) => small.size * Math.min(MOST_LABEL, widthOf(plainText(label))));
    const width = CHART_WIDTH - Math.min(BAR.label, Math.max(...labels));
    return {
      kind: 'stacks',
      parts: names.map((name, at) => ({ name: make.text(name), part: at + 1 })),
      unit: make.optionalWords(unit),
      rows: rows.map(({ label, cells }) => {
        const whole = cells.reduce((total, { amount }) => total + amount, 0);
        return {
          label: make.text(label),
          cells: cells.map(({ value, amount }, at) => {
            const shown = withSeparators(value, make.lang);
            const share = rounded((100 * amount) / whole);
            const needed = barValue.size * widthOf(plainText(shown)) + 16;
            return {
              name: make.text(names[at] ?? []),
              value: make.text(shown),
              share,
              isWide: (share / 100) * width >= needed,
              part: at + 1,
            };
          }),
        };
      }),
    };
  },
};
