import { finding } from '../../findings/finding.ts';
import type { SummaryAdvice } from './advice.ts';
import { changesInTexts } from './changes-in-texts.ts';
import { fullWidthIn } from './full-width-in.ts';
import { halfWidthIn } from './half-width-in.ts';
import { writingOf } from './writing-of.ts';

/** Chinese has full-width punctuation, languages in letters have half-width; Japanese and Korean have both. */
export const mixedPunctuation: SummaryAdvice = (summary, { event, passages }) => {
  const writing = writingOf(event.lang);
  if (writing === 'mixed') return [];
  const find = writing === 'Chinese' ? halfWidthIn : fullWidthIn;
  return changesInTexts(
    passages(),
    ({ text }) => find(text),
    ({ at, args, edits }) =>
      finding(
        summary.source.path,
        at,
        'mixed-punctuation',
        { ...args, wrong: writing === 'Chinese' ? 'half' : 'full' },
        edits,
      ),
  );
};
