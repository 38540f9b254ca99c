import type { SlideOf } from '../../deck/kinds/slides.ts';
import { Inert } from '../inert.ts';
import type { SectionViewBase } from '../view.ts';
import type { Maker, ViewKind } from './view-kind.ts';

interface ItemView {
  readonly text: Inert;
  /** Nested blocks as Markdown, indented for the item; null if there are none. */
  readonly children: Inert | null;
}

interface PointView extends ItemView {
  /** Shown in its own column beside the text; null if the slide has none. */
  readonly term: Inert | null;
}

interface NumberedItemView extends ItemView {
  readonly number: number;
}

interface PointsView extends SectionViewBase {
  readonly kind: 'points';
  readonly items: readonly PointView[];
}

export const points: ViewKind<SlideOf<'points'>, PointsView> = {
  view: ({ items }, make) => ({
    kind: 'points',
    items: itemViews(items, 1, make).map((item, index) => ({
      ...item,
      term: make.optionalText(items[index]?.term ?? null),
    })),
  }),
};

interface StepsView extends SectionViewBase {
  readonly kind: 'steps';
  readonly start: number;
  readonly items: readonly NumberedItemView[];
}

export const steps: ViewKind<SlideOf<'steps'>, StepsView> = {
  view: ({ start, items }, make) => ({ kind: 'steps', start, items: itemViews(items, start, make) }),
};

interface TimelineView extends SectionViewBase {
  readonly kind: 'timeline';
  readonly moments: readonly { readonly when: Inert; readonly what: Inert }[];
}

export const timeline: ViewKind<SlideOf<'timeline'>, TimelineView> = {
  view: ({ moments }, make) => ({
    kind: 'timeline',
    moments: moments.map(({ when, what }) => ({ when: make.text(when), what: make.text(what) })),
  }),
};

function itemViews(
  items: SlideOf<'points'>['items'],
  start: number,
  make: Maker,
): readonly NumberedItemView[] {
  return items.map(({ text, children }, index) => {
    const number = start + index;
    // Indented far enough even below `10. `.
    const nested = make.nested(children, ' '.repeat(`${number}. `.length));
    // Only a list that begins at 1 may follow a paragraph without a blank line; without a paragraph, a blank line would
    // end the item.
    const [first] = children;
    const joins = text.length === 0 || (first?.type === 'list' && (!first.ordered || first.start === 1));
    return {
      number,
      text: make.text(text),
      children: nested === '' ? null : Inert.markdown(joins ? nested : `\n${nested}`),
    };
  });
}
