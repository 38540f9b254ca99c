import type { Change } from './passages/change.ts';

const HALF: Readonly<Record<string, string>> = {
  '\uFF0C': ',',
  '\u3002': '.',
  '\uFF1A': ':',
  '\uFF1B': ';',
  '\uFF1F': '?',
  '\uFF01': '!',
  '\uFF08': '(',
  '\uFF09': ')',
};
const SIGNS = /[\uFF0C\u3002\uFF1A\uFF1B\uFF1F\uFF01\uFF08\uFF09]/g;
/** What has full-width punctuation of its own. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/u;
/** As long as it can be: what has a wide character anywhere is quoted as a whole. */
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF\s]+/gu;

/**
 * Full-width punctuation in a text of Latin letters, words quoted from Chinese aside: no Chinese, Japanese or Korean
 * character stands next to it, other punctuation and blanks between them or not.
 */
export function fullWidthIn(text: string): readonly Change[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    WIDE.test(run) ? [] : [...run.matchAll(SIGNS)].map((found) => sign(text, found[0], index + found.index)),
  );
}

/** With a blank where a half-width sign needs one. */
function sign(text: string, char: string, index: number): Change {
  const half = HALF[char] ?? char;
  const opens = half === '(';
  const before = opens && /[^\s(]/.test(text[index - 1] ?? ' ') ? ' ' : '';
  const after = !opens && /[\p{L}\p{N}(\uFF08]/u.test(text[index + 1] ?? ' ') ? ' ' : '';
  return { start: index, end: index + 1, right: `${before}${half}${after}` };
}
