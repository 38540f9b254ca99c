import { finding } from '../../findings/finding.ts';
import type { Block, ListItem } from '../block.ts';
import { findSpot } from '../source-file.ts';
import type { SummaryAdvice } from './advice.ts';
import { listsOf } from './lists-of.ts';

const MOST = 7;
/** Points below others are read with them. */
const MOST_WITH_BELOW = 10;

/** A section or an answer has as many points as an audience takes in. */
export const tooManyPoints: SummaryAdvice = (summary) =>
  listsOf(summary).flatMap((list) => {
    const below = list.items.reduce((sum, item) => sum + countBelow(item.blocks), 0);
    const count = list.items.length + below;
    const most = below === 0 ? MOST : MOST_WITH_BELOW;
    if (list.items.length <= MOST && count <= MOST_WITH_BELOW) return [];
    const first = list.items[0]?.lines ?? list.lines;
    const at = findSpot(summary.lines, { first: first.first, last: first.first }, '');
    return [finding(summary.source.path, at, 'too-many-points', { count, most, below })];
  });

function countBelow(blocks: readonly Block[]): number {
  return blocks
    .flatMap((block): readonly ListItem[] => (block.type === 'list' ? block.items : []))
    .reduce((sum, item) => sum + 1 + countBelow(item.blocks), 0);
}
