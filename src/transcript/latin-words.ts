import { isLatinAt, isMarkAt } from './latin.ts';
import { isDigit } from './literal.ts';

/** Latin letters and digits in a row: `Turing` and `NLG` in `Turing-NLG`, `AT&T`, `C++`, `3.5`. */
export interface LatinWord {
  readonly index: number;
  readonly end: number;
  readonly text: string;
  readonly hasLetter: boolean;
}

/** The Latin words of folded text, those of digits only included, in order. */
export function readLatinWords(text: string): readonly LatinWord[] {
  const words: LatinWord[] = [];
  let at = 0;
  while (at < text.length) {
    const word = isLatinAt(text, at) || isDigit(text[at]) ? readWord(text, at) : null;
    if (word) words.push(word);
    at = word ? word.end : at + 1;
  }
  return words;
}

function readWord(text: string, index: number): LatinWord {
  let hasLetter = false;
  let end = index;
  for (; end < text.length; end += 1) {
    if (isLatinAt(text, end)) hasLetter = true;
    else if (!isDigit(text[end]) && !isMarkAt(text, end) && !isInnerSign(text, end, hasLetter)) break;
  }
  return { index, end, text: text.slice(index, end), hasLetter };
}

/** `&` between letters, `.` between digits, `+` and `#` behind letters. */
function isInnerSign(text: string, at: number, hasLetter: boolean): boolean {
  switch (text[at]) {
    case '&':
      return isLatinAt(text, at - 1) && isLatinAt(text, at + 1);
    case '.':
      return isDigit(text[at - 1]) && isDigit(text[at + 1]);
    case '+':
    case '#':
      return hasLetter;
    default:
      return false;
  }
}
