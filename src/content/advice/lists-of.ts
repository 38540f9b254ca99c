import type { LineSpan } from '../../base/text.ts';
import type { AnySummary } from '../inlines.ts';
import type { Block, ListItem } from '../summary/markup.ts';
import type { Section } from '../summary/meetup.ts';

/** Points that stand together on a slide. */
export interface PointList {
  readonly items: readonly ListItem[];
  readonly lines: LineSpan;
}

/** The lists of a summary that slides show, those within others left out. */
export function listsOf(summary: AnySummary): readonly PointList[] {
  return 'sections' in summary
    ? summary.sections.flatMap(listsOfSection)
    : summary.answers.flatMap(({ blocks }) => blocks.flatMap(listIn));
}

function listsOfSection({ shape, lines }: Section): readonly PointList[] {
  switch (shape.kind) {
    case 'points':
    case 'steps':
      return [{ items: shape.items, lines }];
    case 'text':
      return shape.blocks.flatMap(listIn);
    default:
      return [];
  }
}

function listIn(block: Block): readonly PointList[] {
  return block.type === 'list' ? [block] : [];
}
