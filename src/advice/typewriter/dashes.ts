import type { Change } from '../text/passage.ts';
import { isHanAt } from '../text/writing.ts';

/** One or two hyphens between words, with a space on both sides; not the minus of `n - 1` and `revenue - cost`. */
const DASH =
  /(?<=([\p{L}\p{N}%)\]"'\u201D\u2019.,!?\uFFFC\uE000]{1,40}) )-{1,3}(?= ([\p{L}\p{N}("'\u201C\u2018\uFFFC\uE000]{1,40}))/gu;
/** A single letter other than a word, or a number. */
const AMOUNT = /^(?:(?![AaIiYyEeOo\u00E0]$)\p{L}|[\d.,%]+)$/u;
/** Words for things that are added and subtracted. */
const SUMS =
  /^(?:revenues?|income|sales|costs?|expenses?|profits?|prices?|tax(?:es)?|total|sum|gross|net|margin|assets|liabilities|debts?|umsatz|kosten|gewinn|preis|steuern?|erl\u00F6se?|brutto|netto)$/iu;
const CHINESE_SUMS =
  /(?:\u6536\u5165|\u6210\u672C|\u5229\u6DA6|\u652F\u51FA|\u8D39\u7528|\u4EF7\u683C|\u552E\u4EF7|\u7A0E|\u603B\u989D|\u8D44\u4EA7|\u8D1F\u503A)/;

/** @param dash replaces two hyphens; in English, three always become the longer one */
export function dashesIn(text: string, dash: string): readonly Change[] {
  return [...text.matchAll(DASH)].flatMap(({ 0: typed, 1: before = '', 2: after = '', index: start }) => {
    const end = start + typed.length;
    if (AMOUNT.test(before) || AMOUNT.test(after) || /^\d/.test(after)) return [];
    if (typed === '-' && (SUMS.test(before) || SUMS.test(after) || !isClause(text, start, end, WORDS, 2)))
      return [];
    return [{ start, end, right: typed === '---' ? '\u2014' : dash }];
  });
}

/** Two hyphens, or one between spaces, with Chinese on both sides. */
export function chineseDashesIn(text: string): readonly Change[] {
  // Several single ones form a list or a route.
  const isList = / - .* - /.test(text);
  return [...text.matchAll(/ ?-{2,3} ?| - /g)].flatMap(({ 0: typed, index: start }) => {
    const end = start + typed.length;
    if (!isHanAt(text, start - 1) || !isHanAt(text, end)) return [];
    const isOne = typed === ' - ';
    const around = text.slice(Math.max(0, start - 3), end + 3);
    if (isOne && (isList || CHINESE_SUMS.test(around) || !isClause(text, start, end, HAN, 5))) return [];
    return [{ start, end, right: '\u2014\u2014' }];
  });
}

const WORDS = /\S+/gu;
const HAN = /\p{Script=Han}/gu;
/** Ends of clauses. */
const ENDS = /[.,;:!?()\n\u3001\u3002\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F\u2026]/;
const LONGEST = 200;

/**
 * Whether one side of a hyphen continues, unlike in a route (`London - Paris`) or a difference, and no bracket is open.
 */
function isClause(text: string, start: number, end: number, unit: RegExp, least: number): boolean {
  const left = text.slice(Math.max(0, start - LONGEST), start);
  const right = text.slice(end, end + LONGEST);
  if (/[(\uFF08][^)\uFF09]*$/.test(left)) return false;
  return [left.split(ENDS).at(-1) ?? '', right.split(ENDS)[0] ?? ''].some(
    (side) => (side.match(unit)?.length ?? 0) >= least,
  );
}

/** After a word or between spaces; not `...args`, `main...dev` or `[...]`. */
const DOTS = /(?<=[\p{L}\p{N}"'\u201D\u2019,!?%] ?)(?<!\.)\.{3}(?!\.)(?=$|[\s"'\u201D\u2019,;:!?)])/gmu;

export function dotsIn(text: string): readonly Change[] {
  return [...text.matchAll(DOTS)].map(({ index: start }) => ({ start, end: start + 3, right: '\u2026' }));
}

export function chineseDotsIn(text: string): readonly Change[] {
  return [...text.matchAll(/\.{3,6}|\u3002{3,6}/g)].flatMap(({ 0: typed, index: start }) => {
    const end = start + typed.length;
    return isHanAt(text, start - 1) && !/[\w/(]/.test(text[end] ?? '')
      ? [{ start, end, right: '\u2026\u2026' }]
      : [];
  });
}
