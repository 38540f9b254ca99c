import { langOf } from '../../content/summary/meetup.ts';
import { finding } from '../../findings/finding.ts';
import type { TypewriterSign } from '../../findings/messages/advice-messages.ts';
import type { Change } from '../text/passage.ts';
import { PlacedPassage } from '../text/passages-of.ts';
import { isHanAt, writingOf } from '../text/writing.ts';
import type { SummaryAdvice } from './advice-rule.ts';

/**
 * Signs of a typewriter in place of those that print has: straight quotes, hyphens for dashes and in ranges, three full
 * stops. One finding of each kind for a summary: who types none of them would get hundreds.
 */
export const typewriterSign: SummaryAdvice = (summary, { event, passages }) => {
  const lang = langOf(summary, event);
  const writing = writingOf(lang);
  // Japanese and Korean have several habits.
  if (writing === 'mixed') return [];
  const isChinese = writing === 'Chinese';
  const find: Readonly<Record<TypewriterSign, (text: string) => readonly Change[]>> = {
    quotes: (text) => quotesIn(text, signsOf(lang, isChinese)),
    dash: isChinese ? chineseDashesIn : dashesIn,
    range: rangesIn,
    dots: isChinese ? chineseDotsIn : dotsIn,
  };
  const placed = passages().map((passage) => new PlacedPassage(passage));
  return (Object.keys(find) as TypewriterSign[]).flatMap((type) => {
    const found = placed.flatMap((each) => {
      const changes = find[type](each.text);
      return changes.length > 0 ? [{ each, changes }] : [];
    });
    const [first] = found;
    const [change] = first?.changes ?? [];
    if (!first || !change) return [];
    const count = found.reduce((sum, { changes }) => sum + changes.length, 0);
    const args = {
      type,
      ...first.each.around(first.changes, type === 'quotes' ? LONGEST_SHOWN : undefined),
      count,
    };
    const edits = found.flatMap(({ each, changes }) => changes.flatMap((one) => each.edit(one)));
    const at = first.each.spot(change.start, change.end);
    return [finding(summary.source.path, at, 'typewriter-sign', args, edits)];
  });
};

/** Between the quotes of a pair that a message shows as a whole. */
const LONGEST_SHOWN = 24;

/** Double and single ones, opening and closing. */
type QuoteSigns = readonly [string, string, string, string];
const CURLY: QuoteSigns = ['\u201C', '\u201D', '\u2018', '\u2019'];
/** By language; in others people quote in more than one way, and only apostrophes are sure. */
const QUOTES: Readonly<Record<string, QuoteSigns>> = {
  en: CURLY,
  es: CURLY,
  pt: CURLY,
  it: CURLY,
  nl: CURLY,
  de: ['\u201E', '\u201C', '\u201A', '\u2018'],
};

function signsOf(lang: string, isChinese: boolean): QuoteSigns | null {
  // Traditional Chinese has corner brackets.
  if (isChinese) return /-(?:TW|HK|MO|Hant)\b/i.test(lang) ? null : CURLY;
  return QUOTES[lang.split('-')[0]?.toLowerCase() ?? ''] ?? null;
}

/** What may stand in front of an opening quote; a bracket of a call, `=` and other signs of code may not. */
const BEFORE = String.raw`(?<=^|[\s\u2013\u2014/]|(?<!\w)\(|\p{Script=Han}|[\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF1F])`;
const AFTER = String.raw`(?=$|[\s.,;:!?)\u2013\u2014\u2026/]|\p{Script=Han}|[\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF1F])`;
const DOUBLE = new RegExp(String.raw`${BEFORE}"(?=\S)([^"\n\uFFFC]{0,400}[^\s"\n\uFFFC])"${AFTER}`, 'gmu');
const SINGLE = new RegExp(
  String.raw`${BEFORE}'(?=[\p{L}\p{N}])([^'"\n\uFFFC]{0,200}[^\s'"\n\uFFFC])'${AFTER}`,
  'gmu',
);

/** Within words, and in front of decades; not in names such as O'Brien, nor the prefix of a string in code. */
const APOSTROPHE =
  /(?<=(?<![\p{L}\p{N}_])(?:[DILOYdilojcmnstqy]|[\p{L}\p{N}]{2,40}))'(?=\p{L})(?!(?<=\p{Lu}')\p{Lu})|(?<=^|\s)'(?=\d\ds\b)/gmu;

function quotesIn(text: string, signs: QuoteSigns | null): readonly Change[] {
  if (!/["']/.test(text)) return [];
  const pairs = (pattern: RegExp, [open, close]: readonly [string, string]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, index }) => [
      { start: index, end: index + 1, right: open },
      { start: index + whole.length - 1, end: index + whole.length, right: close },
    ]);
  const apostrophes = [...text.matchAll(APOSTROPHE)].map(({ index }) => ({
    start: index,
    end: index + 1,
    right: '\u2019',
  }));
  // Behind a plural, where no quote is open.
  if (!/(?<=^|[\s(])'(?=\p{L})/mu.test(text))
    for (const { index } of text.matchAll(/(?<=\p{L}s)'(?=\s\p{L})/gu))
      apostrophes.push({ start: index, end: index + 1, right: '\u2019' });
  if (!signs) return apostrophes.sort((a, b) => a.start - b.start);
  const [open, close, openSingle, closeSingle] = signs;
  const double = count(text, '"') % 2 === 0 ? pairs(DOUBLE, [open, close]) : [];
  // A pair that an apostrophe belongs to is none.
  const single = apostrophes.length === 0 ? pairs(SINGLE, [openSingle, closeSingle]) : [];
  return [...double, ...single, ...apostrophes].sort((a, b) => a.start - b.start);
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}

/** A hyphen, or two, between words with a space on both sides; not `n - 1`, which is a minus. */
const DASH =
  /(?<=([\p{L}\p{N}%)\]"'\u201D\u2019.,!?\uFFFC]{1,40}) )-{1,3}(?= ([\p{L}\p{N}("'\u201C\u2018\uFFFC]{1,40}))/gu;
const AMOUNT = /^(?:\p{L}|[\d.,%]+)$/u;

function dashesIn(text: string): readonly Change[] {
  return [...text.matchAll(DASH)].flatMap(({ 0: typed, 1: before = '', 2: after = '', index: start }) =>
    (AMOUNT.test(before) && AMOUNT.test(after)) || /^\d/.test(after)
      ? []
      : [{ start, end: start + typed.length, right: typed === '---' ? '\u2014' : '\u2013' }],
  );
}

/** Two hyphens, or one between spaces, where Chinese stands on both sides. */
function chineseDashesIn(text: string): readonly Change[] {
  return [...text.matchAll(/ ?-{2,3} ?| - /g)].flatMap(({ 0: typed, index: start }) => {
    const end = start + typed.length;
    return isHanAt(text, start - 1) && isHanAt(text, end) ? [{ start, end, right: '\u2014\u2014' }] : [];
  });
}

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,:/#@+\-\u2013\u2014]|[\p{L}\p{N}]\p{Sc})\p{Sc}?(${NUMBER})[%kKM]?-\p{Sc}?(${NUMBER})(?![\p{N}_/:\-\u2013\u2014]|[.,]\d|\.\w)`,
  'gu',
);
const TIMES = /(?<![\w:./-])\d{1,2}:\d{2}-\d{1,2}:\d{2}(?![\w:/-])/g;
/** What numbers with hyphens are no ranges behind. */
const NAMED =
  /(?:\b(?:ISO|IEC|ISBN|ISSN|DIN|EN|GB(?:\/T)?|RFC|CVE|tel|phone|fax|call)|\u7535\u8BDD|\u70ED\u7EBF|\u624B\u673A|\+\d{1,4})[\s.:\uFF1A]*$/iu;

function rangesIn(text: string): readonly Change[] {
  const found = [...text.matchAll(RANGE)].filter(
    ({ 1: first = '', 2: last = '', index }) =>
      isRange(first, last) && !NAMED.test(text.slice(Math.max(0, index - 20), index)),
  );
  return [...found, ...text.matchAll(TIMES)]
    .map(({ 0: typed, index }) => index + typed.indexOf('-'))
    .sort((a, b) => a - b)
    .map((start) => ({ start, end: start + 1, right: '\u2013' }));
}

/** Numbers that go up: not a date (`2024-05`, `05-31`), a phone number (`555-1234`), a version (`1.2.3-4`), `9-5`. */
function isRange(first: string, last: string): boolean {
  const isPlain = ![first, last].some((each) => /^0\d/.test(each) || /\..*\./.test(each));
  if (!isPlain || last.length >= 7) return false;
  const [from, to] = [first, last].map((each) => Number(each.replaceAll(',', ''))) as [number, number];
  if (first.length === 4 && last.length === 2) return to > 12 && from % 100 < to;
  if (first.length === 3 && last.length === 4) return from % 10 === 0 && to % 10 === 0;
  return from < to;
}

/** Behind a word or between spaces; not `...args`, `main...dev` or `[...]`. */
const DOTS = /(?<=[\p{L}\p{N}"'\u201D\u2019,!?%] ?)(?<!\.)\.{3}(?!\.)(?=$|[\s"'\u201D\u2019,;:!?)])/gmu;

function dotsIn(text: string): readonly Change[] {
  return [...text.matchAll(DOTS)].map(({ index: start }) => ({ start, end: start + 3, right: '\u2026' }));
}

function chineseDotsIn(text: string): readonly Change[] {
  return [...text.matchAll(/\.{3,6}|\u3002{3,6}|(?<!\u2026)\u2026(?!\u2026)/g)].flatMap(
    ({ 0: typed, index: start }) => {
      const end = start + typed.length;
      return isHanAt(text, start - 1) && !/[\w/(]/.test(text[end] ?? '')
        ? [{ start, end, right: '\u2026\u2026' }]
        : [];
    },
  );
}
