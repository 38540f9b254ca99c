import { finding } from '../../findings/finding.ts';
import { isLatinAt } from '../../transcript/latin.ts';
import type { SummaryAdvice } from './advice.ts';
import { changesInTexts } from './changes-in-texts.ts';
import { isHanAt } from './is-han-at.ts';
import type { Change } from './passages/change.ts';
import { writingOf } from './writing-of.ts';

/** In Chinese, a blank stands between Chinese characters and Latin letters or digits. */
export const missingSpace: SummaryAdvice = (summary, { event, passages }) =>
  writingOf(event.lang) === 'Chinese'
    ? changesInTexts(
        passages(),
        ({ text }) => gapsIn(text),
        ({ at, args, edits }) => finding(summary.source.path, at, 'missing-space', args, edits),
      )
    : [];

function gapsIn(text: string): readonly Change[] {
  const gaps: Change[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const touches = isHanAt(text, at - 1) ? isWordAt(text, at) : isHanAt(text, at) && endsWord(text, at);
    if (touches) gaps.push({ start: at, end: at, right: ' ' });
  }
  return gaps;
}

/** A letter or digit, or a sign that belongs to one: `96%`, `C++`, `C#`. */
function endsWord(text: string, end: number): boolean {
  const sign = text[end - 1];
  if (sign === '%') return /\d/.test(text[end - 2] ?? '');
  if (sign === '+' || sign === '#') return /[A-Za-z]\+?$/.test(text.slice(Math.max(0, end - 3), end - 1));
  return isWordAt(text, end - 1);
}

/** Full-width letters and digits bring their own room. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code < 0x2000 && isLatinAt(text, at));
}
