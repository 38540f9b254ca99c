import type { Change } from '../text/passage.ts';
import type { Habits, QuoteSigns } from './habits.ts';
import { FILE } from './sure-text.ts';

/** Straight quotes in pairs, and apostrophes. */
export function quotesIn(text: string, { quotes, apostrophes }: Habits): readonly Change[] {
  if (!/["']/.test(text)) return [];
  const changes = apostrophes === null ? [] : [...apostrophesIn(text, apostrophes)];
  if (quotes !== null) {
    // A pair that includes an apostrophe is not a pair.
    if (changes.length === 0) changes.push(...singlesIn(text, quotes));
    changes.push(...doublesIn(text, quotes));
  }
  return changes.sort((a, b) => a.start - b.start);
}

/** What may precede an opening quote; a call's bracket, `=` and other signs of code may not. */
const BEFORE = String.raw`(?<=^|[\s\u2013\u2014/]|(?<!\w)\(|\p{Script=Han}|[\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF1F])`;
const AFTER = String.raw`(?=$|[\s.,;:!?)\u2013\u2014\u2026/]|\p{Script=Han}|[\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF1F])`;
const DOUBLE = new RegExp(
  String.raw`${BEFORE}"(?=\S)([^"\n\uFFFC${FILE}]{0,400}[^\s"\n\uFFFC${FILE}])"${AFTER}`,
  'gmu',
);
const SINGLE = new RegExp(
  String.raw`${BEFORE}'(?=[\p{L}\p{N}])([^'"\n\uFFFC${FILE}]{0,200}[^\s'"\n\uFFFC${FILE}])'${AFTER}`,
  'gmu',
);

/** All pairs of a text, or none: every quote except inches must be in one. */
function doublesIn(text: string, [open, close]: QuoteSigns): readonly Change[] {
  const found = [...text.matchAll(DOUBLE)];
  const rest = text.replaceAll(DOUBLE, (pair) => pair.replaceAll('"', ' '));
  return /(?<!\d)"/.test(rest) ? [] : found.flatMap((pair) => changesOf(pair, open, close));
}

/** Words without their beginning, whose apostrophe does not open a quotation. */
const CLIPPED = /^'(?:em|tis|twas|til|till|cause|n|round|bout|s|t|k|ns)(?!\p{L})/iu;

function singlesIn(text: string, [, , open, close]: QuoteSigns): readonly Change[] {
  return [...text.matchAll(SINGLE)].flatMap((pair) => {
    const end = pair.index + pair[0].length;
    // `the 'old dogs' food` may end at either.
    const mayBeGenitive = /s'$/.test(pair[0]) && /^ \p{L}/u.test(text.slice(end, end + 2));
    return CLIPPED.test(pair[0]) || mayBeGenitive ? [] : changesOf(pair, open, close);
  });
}

function changesOf({ 0: whole, index }: RegExpExecArray, open: string, close: string): readonly Change[] {
  const end = index + whole.length;
  return [
    { start: index, end: index + 1, right: open },
    { start: end - 1, end, right: close },
  ];
}

/** A word that contains apostrophes; lengths are bounded to keep the search fast. */
const WORD = /(?<![\p{L}\p{N}_'@\uE000])[\p{L}\p{N}]{1,40}(?:'[\p{L}\p{N}]{1,40})+(?![\p{L}\p{N}_'])/gu;
/** The last two digits of a year, but not in a range; `rock 'n' roll`; after a plural, if no quote is open. */
const DECADE = /(?<=^|\s)'(?=\d\ds\b(?!['-]))/gmu;
const AND = /(?<=\p{L} )'n'(?= \p{L})/giu;
const GENITIVE = /(?<=\p{L}s)'(?=\s\p{L})/gu;

function apostrophesIn(text: string, words: RegExp): readonly Change[] {
  const found = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    words.test(word) ? [index + word.indexOf("'")] : [],
  );
  if (words.test("it's")) {
    found.push(...[...text.matchAll(AND)].flatMap(({ index }) => [index, index + 2]));
    if (!/\ds-'\d/.test(text)) found.push(...[...text.matchAll(DECADE)].map(({ index }) => index));
    const isOpen = /(?<=^|[\s(])'(?=\p{L})/mu.test(text.replaceAll(AND, ' n '));
    if (!isOpen) found.push(...[...text.matchAll(GENITIVE)].map(({ index }) => index));
  }
  return found.map((start) => ({ start, end: start + 1, right: '\u2019' }));
}
