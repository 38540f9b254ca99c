import type { Spot } from '../../base/text.ts';
import { isLatinAt } from '../../content/claims/decimal.ts';
import { langOf } from '../../content/summary/meetup.ts';
import { type Edit, type Finding, finding } from '../../findings/finding.ts';
import { type Change, OPAQUE, type Passage } from '../text/passage.ts';
import { PlacedPassage } from '../text/passages-of.ts';
import { isHanAt, writingOf } from '../text/writing.ts';
import type { SummaryAdvice } from './advice-rule.ts';

/** In Chinese there is no space beside full-width punctuation, and a single one between words. */
export const extraSpace: SummaryAdvice = (summary, { event, passages }) =>
  writingOf(langOf(summary, event)) === 'Chinese'
    ? changesInTexts(passages(), holesIn, ({ at, args, edits }) =>
        finding(summary.source.path, at, 'extra-space', args, edits),
      )
    : [];

const FULL_WIDTH = /[\u3001\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F]/;
const BLANKS = /[ \t\u00A0\u3000]+/g;

/** In Chinese there is a space between Chinese characters and Latin letters or digits. */
export const missingSpace: SummaryAdvice = (summary, { event, passages }) =>
  writingOf(langOf(summary, event)) === 'Chinese'
    ? changesInTexts(
        passages(),
        ({ text }) => gapsIn(text),
        ({ at, args, edits }) => finding(summary.source.path, at, 'missing-space', args, edits),
      )
    : [];

/** Chinese uses full-width punctuation, languages in Latin letters half-width; Japanese and Korean use both. */
export const mixedPunctuation: SummaryAdvice = (summary, { event, passages }) => {
  const writing = writingOf(langOf(summary, event));
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

function holesIn(placed: PlacedPassage): readonly Change[] {
  const { text } = placed;
  return [...text.matchAll(BLANKS)].flatMap(({ 0: blanks, index: start }): readonly Change[] => {
    const end = start + blanks.length;
    const [before, after] = [text[start - 1] ?? '\n', text[end] ?? '\n'];
    // Spaces at the edge of a line are invisible; beside a mark Markdown may need them.
    if ([before, after].some((char) => char === '\n' || char === OPAQUE)) return [];
    if (!placed.isPlain(start - 1, end + 1)) return [];
    if (FULL_WIDTH.test(before) || FULL_WIDTH.test(after)) return [{ start, end, right: '' }];
    return blanks.length > 1 ? [{ start, end, right: ' ' }] : [];
  });
}

function gapsIn(text: string): readonly Change[] {
  const gaps: Change[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const touches = isHanAt(text, at - 1) ? isWordAt(text, at) : isHanAt(text, at) && endsWord(text, at);
    if (touches) gaps.push({ start: at, end: at, right: ' ' });
  }
  return gaps;
}

/** A letter or digit, or a sign attached to one: `96%`, `C++`, `C#`. */
function endsWord(text: string, end: number): boolean {
  const sign = text[end - 1];
  if (sign === '%') return /\d/.test(text[end - 2] ?? '');
  if (sign === '+' || sign === '#') return /[A-Za-z]\+?$/.test(text.slice(Math.max(0, end - 3), end - 1));
  return isWordAt(text, end - 1);
}

/** Full-width letters and digits include their own spacing. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x30 && code <= 0x39) || (code < 0x2000 && isLatinAt(text, at));
}

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
/** Scripts with full-width punctuation of their own. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/u;
/** Matched as long as possible: a run with a wide character anywhere is a quotation as a whole. */
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF\s]+/gu;

/**
 * Finds full-width punctuation in Latin text, except in quoted Chinese, Japanese or Korean: none of their characters
 * adjoins it, even across other punctuation and spaces.
 */
function fullWidthIn(text: string): readonly Change[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    WIDE.test(run) ? [] : [...run.matchAll(SIGNS)].map((found) => sign(text, found[0], index + found.index)),
  );
}

/** The half-width sign, with a space if it needs one. */
function sign(text: string, char: string, index: number): Change {
  const half = HALF[char] ?? char;
  const opens = half === '(';
  const before = opens && /[^\s(]/.test(text[index - 1] ?? ' ') ? ' ' : '';
  const after = !opens && /[\p{L}\p{N}(\uFF08]/u.test(text[index + 1] ?? ' ') ? ' ' : '';
  return { start: index, end: index + 1, right: `${before}${half}${after}` };
}

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
 * Finds half-width punctuation beside Chinese characters: `,` `:` `;` before or after one, `?` and `!` after one, `.`
 * after one at the end of a sentence, and brackets that touch one on either side.
 */
function halfWidthIn(text: string): readonly Change[] {
  const found: Change[] = [];
  const brackets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '(') brackets.push(at);
    const opening = char === ')' ? brackets.pop() : undefined;
    if (opening !== undefined && touchesHan(text, opening, at))
      found.push(fullWidthSign(text, opening), fullWidthSign(text, at));
    if (isWrong(text, at, found.at(-1)?.end === at)) found.push(fullWidthSign(text, at));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** @param goesOn whether it follows a wrong sign, as in `?!` */
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

/** Replaces the sign along with spaces that a full-width one does not need. */
function fullWidthSign(text: string, at: number): Change {
  const char = text.charAt(at);
  let start = at;
  let end = at + 1;
  if (char === '(') while (text[start - 1] === ' ') start -= 1;
  while (text[end] === ' ') end += 1;
  // Spaces at the edge of a line and before opaque parts stay.
  if (end >= text.length || /[\n\uFFFC]/.test(text.charAt(end))) end = at + 1;
  if (start === 0 || /[\n\uFFFC]/.test(text.charAt(start - 1))) start = at;
  return { start, end, right: FULL[char] ?? char };
}

/** The changes for one text. */
interface TextChanges {
  /** Place of the first change. */
  readonly at: Spot;
  readonly args: { readonly text: string; readonly right: string; readonly count: number };
  readonly edits: readonly Edit[];
}

/** One finding for each text that needs changes: somebody who never types a space would get hundreds. */
export function changesInTexts(
  passages: readonly Passage[],
  changesOf: (placed: PlacedPassage) => readonly Change[],
  report: (found: TextChanges) => Finding,
): readonly Finding[] {
  return passages.flatMap((passage) => {
    const placed = new PlacedPassage(passage);
    const changes = changesOf(placed);
    const [first] = changes;
    if (!first) return [];
    const isGap = first.start === first.end;
    const at = isGap ? placed.spot(first.start - 1, first.end + 1) : placed.spot(first.start, first.end);
    const args = { ...placed.around(changes), count: changes.length };
    const edits = changes.flatMap((change) => placed.edit(change));
    return [report({ at, args, edits })];
  });
}
