import { finding } from '../../findings/finding.ts';
import { familyOf } from '../../fonts/family.ts';
import { stackOf } from '../../fonts/stacks.ts';
import type { BlockOf, ListItem } from '../block.ts';
import { plainText } from '../inline.ts';
import { findSpot } from '../source-file.ts';
import type { SummaryAdvice } from './advice.ts';
import { listsOf } from './lists-of.ts';

/** A point's line in the largest type: 824 px at 24 px; the figures of the theme are in deck/canvas.ts. */
const LINE = 824 / 24;
const MOST = 2;

/** A point takes two lines at most. */
export const longPoint: SummaryAdvice = (summary, { event }) =>
  listsOf(summary)
    .flatMap(({ items }) => items)
    .flatMap(paragraphsOf)
    .flatMap(({ prose }) => {
      const lines = Math.ceil(widthOf(plainText(prose.inlines), event.lang) / LINE);
      if (lines <= MOST) return [];
      const at = findSpot(summary.lines, prose.lines, '');
      return [finding(summary.source.path, at, 'long-point', { lines, most: MOST })];
    });

/** Of the item and of those below it. */
function paragraphsOf({ blocks }: ListItem): readonly BlockOf<'paragraph'>[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block];
    return block.type === 'list' ? block.items.flatMap(paragraphsOf) : [];
  });
}

const EM = 1000;

/** On one line, in em. */
function widthOf(text: string, lang: string): number {
  const families = stackOf(lang, false).map(familyOf);
  let width = 0;
  for (const char of text) {
    const codePoint = char.codePointAt(0) ?? 0;
    width += families.find((family) => family.has(codePoint))?.advance(codePoint, false) ?? EM;
  }
  return width / EM;
}
