import type { Alignment } from '../../content/summary/markup.ts';
import { figureParts } from '../../deck/kinds/figure-parts.ts';
import type { SlideOf } from '../../deck/kinds/slides.ts';
import type { Text } from '../../deck/slide.ts';
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
  /** The header, with its unit in brackets. */
  readonly measure: Inert;
  readonly unit: Inert | null;
  readonly bars: readonly {
    readonly label: Inert;
    /** With thousands separators. */
    readonly value: Inert;
    /** Length on the axis, 0 to 100, with at most two decimals. */
    readonly share: number;
    /** Where it begins on the axis, in the same unit; null if the axis begins at zero. */
    readonly from: string | null;
    /** Whether other bars are highlighted, by a bold label. */
    readonly isFaded: boolean;
  }[];
  readonly scale: 'linear' | 'log';
  /** In order along the axis; empty if there is no axis. */
  readonly ticks: readonly (TickView & {
    /** Whether this is the zero between bars of both signs. */
    readonly isZero: boolean;
  })[];
}

export const bars: ViewKind<SlideOf<'bars'>, BarsView> = {
  view(slide, make) {
    const { ticks, share } = barAxis(slide.range, slide.scale, make.lang);
    // Negative bars are to the left of zero.
    const barOf = (amount: number) => {
      if (slide.range.least >= 0) return { share: share(amount), from: null };
      const from = share(Math.min(0, amount));
      return { share: Math.round((share(Math.max(0, amount)) - from) * 100) / 100, from: String(from) };
    };
    const isForward = ({ label }: { readonly label: Text }) =>
      label.length > 0 && label.every(({ type }) => type === 'strong');
    const forward = slide.bars.filter(isForward);
    const isSplit = forward.length > 0 && forward.length < slide.bars.length;
    return {
      kind: 'bars',
      measure: make.text(slide.measure),
      unit: make.optionalWords(slide.unit),
      scale: slide.scale,
      ticks: ticks.map((tick) => ({ ...tick, isZero: slide.range.least < 0 && tick.label === '0' })),
      bars: slide.bars.map((bar) => ({
        label: make.text(bar.label),
        value: make.text(withSeparators(bar.value, make.lang)),
        ...barOf(bar.amount),
        isFaded: isSplit && !isForward(bar),
      })),
    };
  },
};

interface StatsView extends SectionViewBase {
  readonly kind: 'stats';
  readonly stats: readonly StatView[];
}

interface StatView {
  readonly value: Inert;
  /** The value's number, with the text before and after it in smaller type; null if it has none. */
  readonly before: Inert | null;
  readonly number: Inert | null;
  readonly unit: Inert | null;
  /** Whether a space was typed before and after the number. */
  readonly spaces: { readonly before: boolean; readonly after: boolean };
  readonly label: Inert;
}

export const stats: ViewKind<SlideOf<'stats'>, StatsView> = {
  view: (slide, make) => ({
    kind: 'stats',
    stats: slide.stats.map(({ value, label }) => {
      const parts = figureParts(value);
      return {
        value: make.text(value),
        before: make.optionalWords(parts?.before || null),
        number: make.optionalWords(parts?.number ?? null),
        unit: make.optionalWords(parts?.unit || null),
        spaces: parts?.spaces ?? { before: false, after: false },
        label: make.text(label),
      };
    }),
  }),
};
