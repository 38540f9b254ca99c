import { familyOf, stackOf } from '../../base/fonts/families.ts';
import { kindOf } from '../../content/kinds/shapes.ts';
import { type Block, type BlockOf, type ListItem, plainText } from '../../content/summary/markup.ts';
import { langOf } from '../../content/summary/meetup.ts';
import { findSpot } from '../../content/summary/source-file.ts';
import type { AnySummary } from '../../content/summary/statements.ts';
import { finding } from '../../findings/finding.ts';
import type { SummaryAdvice } from './advice-rule.ts';

/**
 * Ems per line for a point in the largest type: 824 px at 24 px; the theme's dimensions are in deck/typeset/canvas.ts.
 */
const LINE = 824 / 24;
const MOST = 2;

/** A point takes at most two lines. */
export const longPoint: SummaryAdvice = (summary, { event }) =>
  listsOf(summary)
    .flat()
    .flatMap(paragraphsOf)
    .flatMap(({ prose }) => {
      const lines = Math.ceil(widthOf(plainText(prose.inlines), langOf(summary, event)) / LINE);
      if (lines <= MOST) return [];
      const at = findSpot(summary.lines, prose.lines, '');
      return [finding(summary.source.path, at, 'long-point', { lines, most: MOST })];
    });

const EM = 1000;

const MOST_POINTS = 7;
/** Nested points are read along with their parents. */
const MOST_WITH_BELOW = 10;

/** A section or an answer has no more points than an audience can take in. */
export const tooManyPoints: SummaryAdvice = (summary) =>
  listsOf(summary).flatMap((items) => {
    const below = items.reduce((sum, item) => sum + countBelow(item.blocks), 0);
    const count = items.length + below;
    const most = below === 0 ? MOST_POINTS : MOST_WITH_BELOW;
    const [first] = items;
    if (!first || (items.length <= MOST_POINTS && count <= MOST_WITH_BELOW)) return [];
    const at = findSpot(summary.lines, { first: first.lines.first, last: first.lines.first }, '');
    return [finding(summary.source.path, at, 'too-many-points', { count, most, below })];
  });

/** Of the item and of nested items. */
function paragraphsOf({ blocks }: ListItem): readonly BlockOf<'paragraph'>[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block];
    return block.type === 'list' ? block.items.flatMap(paragraphsOf) : [];
  });
}

/** Width on one line, in em. */
function widthOf(text: string, lang: string): number {
  const families = stackOf(lang, false).map(familyOf);
  let width = 0;
  for (const char of text) {
    const codePoint = char.codePointAt(0) ?? 0;
    width += families.find((family) => family.has(codePoint))?.advance(codePoint, false) ?? EM;
  }
  return width / EM;
}

function countBelow(blocks: readonly Block[]): number {
  return blocks
    .flatMap((block): readonly ListItem[] => (block.type === 'list' ? block.items : []))
    .reduce((sum, item) => sum + 1 + countBelow(item.blocks), 0);
}

/** Top-level lists of a summary that are shown on slides. */
function listsOf(summary: AnySummary): readonly (readonly ListItem[])[] {
  return 'sections' in summary
    ? summary.sections.flatMap(({ shape }) => kindOf(shape).lists?.(shape) ?? [])
    : summary.answers.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === 'list' ? [block.items] : [])),
      );
}
