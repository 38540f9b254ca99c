import { blocksCode, itemStatements, ownStatements } from '../summary/block-statements.ts';
import {
  type Block,
  type BlockOf,
  type Inline,
  type ListItem,
  type Prose,
  plainText,
} from '../summary/markup.ts';
import type { ShapeKind } from './shape-kind.ts';

interface PointsShape {
  readonly kind: 'points';
  readonly items: readonly ListItem[];
}

export const points: ShapeKind<PointsShape> = {
  needs: 'one list',
  claims: ({ main }) => main?.type === 'list' && !main.ordered && !isFigures(main),
  read: ({ main }) => (main?.type === 'list' ? { kind: 'points', items: main.items } : null),
  ...itemsOf(),
};

interface StepsShape {
  readonly kind: 'steps';
  readonly start: number;
  readonly items: readonly ListItem[];
}

export const steps: ShapeKind<StepsShape> = {
  needs: 'one numbered list',
  claims: ({ main }) => main?.type === 'list' && main.ordered,
  read: ({ main }) =>
    main?.type === 'list' ? { kind: 'steps', start: main.start, items: main.items } : null,
  ...itemsOf(),
};

interface TimelineShape {
  readonly kind: 'timeline';
  readonly moments: readonly {
    readonly when: readonly Inline[];
    readonly what: readonly Inline[];
    readonly prose: Prose;
  }[];
}

export const timeline: ShapeKind<TimelineShape> = {
  needs: 'one list whose items are "**when** what"',
  read({ main }) {
    const moments = pairsOf(main)?.map(({ bold, rest, prose }) => ({ when: bold, what: rest, prose }));
    return moments ? { kind: 'timeline', moments } : null;
  },
  statements: ({ moments }, inherited) => moments.flatMap(({ prose }) => ownStatements(prose, inherited)),
};

interface StatsShape {
  readonly kind: 'stats';
  readonly stats: readonly {
    readonly value: readonly Inline[];
    readonly label: readonly Inline[];
    readonly prose: Prose;
  }[];
}

/** `- **260 人** 员工`: a bold value, then its label. */
export const stats: ShapeKind<StatsShape> = {
  needs: 'one list whose items are "**value** label"',
  claims: ({ main }) => main?.type === 'list' && !main.ordered && isFigures(main),
  read({ main }) {
    const found = pairsOf(main)?.map(({ bold, rest, prose }) => ({ value: bold, label: rest, prose }));
    return found ? { kind: 'stats', stats: found } : null;
  },
  statements: ({ stats: found }, inherited) => found.flatMap(({ prose }) => ownStatements(prose, inherited)),
};

/** Common to points and steps. */
function itemsOf(): Pick<ShapeKind<PointsShape | StepsShape>, 'statements' | 'code' | 'lists'> {
  return {
    statements: ({ items }, inherited) => itemStatements(items, inherited),
    code: ({ items }) => blocksCode(items.flatMap(({ blocks }) => blocks)),
    lists: ({ items }) => [items],
  };
}

/** Whether every value contains a digit, as required without a marker. */
function isFigures(list: BlockOf<'list'>): boolean {
  return pairsOf(list)?.every(({ bold }) => /\d/.test(plainText(bold))) ?? false;
}

interface Pair {
  readonly bold: readonly Inline[];
  readonly rest: readonly Inline[];
  readonly prose: Prose;
}

/** Items that are single paragraphs beginning in bold; null if any is not. */
function pairsOf(list: Block | null): readonly Pair[] | null {
  if (list?.type !== 'list') return null;
  const found: Pair[] = [];
  for (const item of list.items) {
    const [paragraph, ...more] = item.blocks;
    if (paragraph?.type !== 'paragraph' || more.length > 0) return null;
    const [bold, ...rest] = paragraph.prose.inlines;
    if (bold?.type !== 'strong' || rest.length === 0) return null;
    found.push({ bold: bold.children, rest, prose: paragraph.prose });
  }
  return found;
}
