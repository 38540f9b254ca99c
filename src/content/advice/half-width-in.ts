import { isHanAt } from './is-han-at.ts';
import type { Change } from './passages/change.ts';

const FULL: Readonly<Record<string, string>> = {
  ',': '\uFF0C',
  '.': '\u3002',
  ':': '\uFF1A',
  ';': '\uFF1B',
  '?': '\uFF1F',
  '!': '\uFF01',
  '(': '\uFF08',
  ')': '\uFF09',
};

/**
 * Half-width punctuation beside Chinese characters: `,` `:` `;` in front of or behind one, `?` and `!` behind
 * one, `.` behind one at the end of a sentence, and brackets that touch one from either side.
 */
export function halfWidthIn(text: string): readonly Change[] {
  const found: Change[] = [];
  const brackets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '(') brackets.push(at);
    const opening = char === ')' ? brackets.pop() : undefined;
    if (opening !== undefined && touchesHan(text, opening, at))
      found.push(sign(text, opening), sign(text, at));
    if (isWrong(text, at, found.at(-1)?.end === at)) found.push(sign(text, at));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** @param goesOn whether it follows on a sign that is wrong, as in `?!` */
function isWrong(text: string, at: number, goesOn: boolean): boolean {
  const behind = isHanAt(text, at - 1);
  switch (text[at]) {
    case ',':
    case ':':
    case ';':
      return behind || isHanAt(text, at + 1);
    case '?':
    case '!':
      return behind || goesOn;
    case '.':
      return behind && /^\.(?:\s|$)/.test(text.slice(at, at + 2));
    default:
      return false;
  }
}

function touchesHan(text: string, opening: number, closing: number): boolean {
  return [opening - 1, opening + 1, closing - 1, closing + 1].some((at) => isHanAt(text, at));
}

/** The sign with the blanks that are too many beside a full-width one. */
function sign(text: string, at: number): Change {
  const char = text.charAt(at);
  let start = at;
  let end = at + 1;
  if (char === '(') while (text[start - 1] === ' ') start -= 1;
  while (text[end] === ' ') end += 1;
  // At the edge of a line, and in front of what is opaque, blanks are left alone.
  if (end >= text.length || /[\n\uFFFC]/.test(text.charAt(end))) end = at + 1;
  if (start === 0 || /[\n\uFFFC]/.test(text.charAt(start - 1))) start = at;
  return { start, end, right: FULL[char] ?? char };
}
