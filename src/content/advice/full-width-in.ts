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
const WIDE_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF\s]*/uy;

/** Full-width punctuation in a text of Latin letters, words quoted from Chinese aside. */
export function fullWidthIn(text: string): readonly Change[] {
  return [...text.matchAll(SIGNS)].flatMap(({ 0: char, index }): readonly Change[] =>
    isQuoted(text, index) ? [] : [sign(text, char, index)],
  );
}

/** Whether a Chinese, Japanese or Korean character stands next to it, other punctuation and blanks aside. */
function isQuoted(text: string, index: number): boolean {
  WIDE_RUN.lastIndex = index;
  const after = WIDE_RUN.exec(text)?.[0] ?? '';
  let start = index;
  while (start > 0 && /[\u3000-\u303F\uFF00-\uFFEF\s]/.test(text.charAt(start - 1))) start -= 1;
  return WIDE.test(after) || WIDE.test(text.charAt(start - 1));
}

/** With a blank where a half-width sign needs one. */
function sign(text: string, char: string, index: number): Change {
  const half = HALF[char] ?? char;
  const opens = half === '(';
  const before = opens && /[^\s(]/.test(text[index - 1] ?? ' ') ? ' ' : '';
  const after = !opens && /[\p{L}\p{N}(\uFF08]/u.test(text[index + 1] ?? ' ') ? ' ' : '';
  return { start: index, end: index + 1, right: `${before}${half}${after}` };
}
