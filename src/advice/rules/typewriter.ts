import { langOf, meetupNames } from '../../content/summary/meetup.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import type { TypewriterSign } from '../../findings/messages/advice-messages.ts';
import type { Change, Passage } from '../text/passage.ts';
import { PlacedPassage } from '../text/passages-of.ts';
import { chineseDashesIn, chineseDotsIn, dashesIn, dotsIn } from '../typewriter/dashes.ts';
import { type Habits, habitsOf } from '../typewriter/habits.ts';
import { quotesIn } from '../typewriter/quotes.ts';
import { rangesIn } from '../typewriter/ranges.ts';
import { isArithmetic, signedNames, sureText } from '../typewriter/sure-text.ts';
import type { Advice } from './advice-rule.ts';

/**
 * Typewriter characters in place of typographic ones: straight quotes, hyphens for dashes and in ranges, three full
 * stops. Says nothing when in doubt. One finding per kind and summary: an author who never types these would get
 * hundreds.
 */
export const typewriterSign: Advice = function* ({ meetup, passagesOf, memory }) {
  const { event, talks, exchanges } = meetup;
  const names = signedNames(meetupNames(meetup));
  const found: Finding[] = [];
  for (const summary of [event, ...talks, ...exchanges]) {
    yield;
    const text = {
      file: summary.source.path,
      lang: langOf(summary, event),
      names,
      passages: passagesOf(summary),
    };
    found.push(...memory.recall(`typewriter ${text.file}`, text, signsIn));
  }
  return found;
};

interface SummaryText {
  readonly file: string;
  readonly lang: string;
  readonly names: readonly string[];
  readonly passages: readonly Passage[];
}

function signsIn({ file, lang, names, passages }: SummaryText): readonly Finding[] {
  const habits = habitsOf(lang);
  const placed = passages.flatMap((passage) => {
    const sure = sureText(passage.text, names);
    return sure === '' ? [] : [{ each: new PlacedPassage(passage), sure }];
  });
  return TYPES.flatMap((type) => {
    const found = placed.flatMap(({ each, sure }) => {
      const changes = FIND[type](sure, habits);
      return changes.length > 0 ? [{ each, changes }] : [];
    });
    const [first] = found;
    const [change] = first?.changes ?? [];
    if (!first || !change) return [];
    const count = found.reduce((sum, { changes }) => sum + changes.length, 0);
    const near = type === 'quotes' ? LONGEST_SHOWN : undefined;
    const args = { type, ...first.each.around(first.changes, near), count };
    const edits = found.flatMap(({ each, changes }) => changes.flatMap((one) => each.edit(one)));
    return [finding(file, first.each.spot(change.start, change.end), 'typewriter-sign', args, edits)];
  });
}

const TYPES: readonly TypewriterSign[] = ['quotes', 'dash', 'range', 'dots'];
const FIND: Readonly<Record<TypewriterSign, (text: string, habits: Habits) => readonly Change[]>> = {
  quotes: quotesIn,
  dash: (text, { dash }) => {
    if (dash === null || isArithmetic(text)) return [];
    return dash === 'Chinese' ? chineseDashesIn(text) : dashesIn(text, dash);
  },
  range: (text, { hasRanges }) => (hasRanges && !isArithmetic(text) ? rangesIn(text) : []),
  dots: (text, { dots }) => {
    if (dots === null) return [];
    return dots === 'Chinese' ? chineseDotsIn(text) : dotsIn(text);
  },
};

/** Maximum distance between two quotes that a message shows together. */
const LONGEST_SHOWN = 24;
