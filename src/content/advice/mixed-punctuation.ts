import { advice } from '../../diagnostics/diagnostic.ts';
import type { Advice } from './advice.ts';
import { changesInTexts } from './changes-in-texts.ts';
import { fullWidthIn } from './full-width-in.ts';
import { halfWidthIn } from './half-width-in.ts';
import { writingOf } from './writing-of.ts';

/** Chinese has full-width punctuation, languages in letters have half-width; Japanese and Korean have both. */
export const mixedPunctuation: Advice = (context) => {
  const writing = writingOf(context.meetup.event.lang);
  if (writing === 'mixed') return [];
  const find = writing === 'Chinese' ? halfWidthIn : fullWidthIn;
  return changesInTexts(
    context,
    ({ text }) => find(text),
    ({ file, at, args, edits }) =>
      advice(
        file,
        at,
        'mixed-punctuation',
        { ...args, wrong: writing === 'Chinese' ? 'half' : 'full' },
        edits,
      ),
  );
};
