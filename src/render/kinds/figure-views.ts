import type { Alignment } from '../../content/summary/markup.ts';
import type { SlideOf } from '../../deck/kinds/slides.ts';
import { barAxis, type TickView, withSeparators } from '../chart.ts';
import type { Inert } from '../inert.ts';
import type { PersonView, QuestionView, SectionViewBase, SlideViewBase } from '../view.ts';
import type { ViewKind } from './view-kind.ts';

interface TableView extends SectionViewBase {
  readonly kind: 'table';
  readonly header: readonly Inert[];
  readonly align: readonly Alignment[];
  readonly rows: readonly (readonly Inert[])[];
}

export const table: ViewKind<SlideOf<'table'>, TableView> = {
  view: ({ header, align, rows }, make) => ({
    kind: 'table',
    header: header.map(make.text),
    align,
    rows: rows.map((row) => row.map(make.text)),
  }),
};

interface MatrixView extends SlideViewBase {
  readonly kind: 'matrix';
  readonly people: readonly PersonView[];
  readonly rows: readonly (QuestionView & { readonly answered: readonly boolean[] })[];
}

export const matrix: ViewKind<SlideOf<'matrix'>, MatrixView> = {
  view: ({ people, rows }, make) => ({
    kind: 'matrix',
    people: people.map(make.person),
    rows: rows.map((row) => ({ ...make.question(row), answered: row.answered })),
  }),
};

interface BarsView extends SectionViewBase {
  readonly kind: 'bars';
  /** What is measured, with its unit in brackets. */
  readonly measure: Inert;
  readonly unit: Inert | null;
  readonly bars: readonly {
    readonly label: Inert;
    /** With thousands separators. */
    readonly value: Inert;
    /** Share of the axis, 0 to 100, two decimals at most. */
    readonly share: number;
  }[];
  readonly scale: 'linear' | 'log';
  /** From the axis's start to its end. */
  readonly ticks: readonly TickView[];
}

export const bars: ViewKind<SlideOf<'bars'>, BarsView> = {
  view(slide, make) {
    const { ticks, share } = barAxis(slide.range, slide.scale);
    return {
      kind: 'bars',
      measure: make.text(slide.measure),
      unit: make.optionalWords(slide.unit),
      scale: slide.scale,
      ticks,
      bars: slide.bars.map(({ label, value, amount }) => ({
        label: make.text(label),
        value: make.text(withSeparators(value)),
        share: share(amount),
      })),
    };
  },
};

interface StatsView extends SectionViewBase {
  readonly kind: 'stats';
  readonly stats: readonly { readonly value: Inert; readonly label: Inert }[];
}

export const stats: ViewKind<SlideOf<'stats'>, StatsView> = {
  view: (slide, make) => ({
    kind: 'stats',
    stats: slide.stats.map(({ value, label }) => ({ value: make.text(value), label: make.text(label) })),
  }),
};
