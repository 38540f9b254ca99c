import { finding } from '../../findings/finding.ts';
import type { SummaryAdvice } from './advice.ts';
import { changesInTexts } from './changes-in-texts.ts';
import type { Change } from './passages/change.ts';
import { OPAQUE } from './passages/passage.ts';
import type { PlacedPassage } from './passages/placed-passage.ts';
import { writingOf } from './writing-of.ts';

/** In Chinese, no blank stands beside full-width punctuation, and between words there is one. */
export const extraSpace: SummaryAdvice = (summary, { event, passages }) =>
  writingOf(event.lang) === 'Chinese'
    ? changesInTexts(passages(), holesIn, ({ at, args, edits }) =>
        finding(summary.source.path, at, 'extra-space', args, edits),
      )
    : [];

const FULL_WIDTH = /[\u3001\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]/;
const BLANKS = /[ \t\u00A0\u3000]+/g;

function holesIn(placed: PlacedPassage): readonly Change[] {
  const { text } = placed;
  return [...text.matchAll(BLANKS)].flatMap(({ 0: blanks, index: start }): readonly Change[] => {
    const end = start + blanks.length;
    const [before, after] = [text[start - 1] ?? '\n', text[end] ?? '\n'];
    // At the edge of a line a blank is not shown; beside a mark Markdown may need it.
    if ([before, after].some((char) => char === '\n' || char === OPAQUE)) return [];
    if (!placed.isPlain(start - 1, end + 1)) return [];
    if (FULL_WIDTH.test(before) || FULL_WIDTH.test(after)) return [{ start, end, right: '' }];
    return blanks.length > 1 ? [{ start, end, right: ' ' }] : [];
  });
}
