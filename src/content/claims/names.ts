import { isDigit, isLatinAt, isMarkAt } from './decimal.ts';
import { MEASURES, MONEY } from './number-words.ts';
import type { NumberMention } from './numbers.ts';

/** A name in a text. */
interface NameMention {
  readonly index: number;
  readonly end: number;
  /** See `nameKey`; one match suffices. */
  readonly keys: readonly string[];
}

/** Languages in which every word in Latin letters is foreign. */
const WITHOUT_LATIN = new Set(['zh', 'yue', 'cmn', 'wuu', 'nan', 'hak', 'ja', 'ko']);

/** Languages that capitalize all nouns. */
const WITH_CAPITAL_NOUNS = new Set(['de', 'lb', 'nds']);

const CONNECTORS = "-.'_";
const VERSION = /^v\d+(?:\.\d+)*$/i;
const LOWER_CASE = /^\p{Ll}+$/u;
const CAPITAL_OR_DIGIT = /[\p{Lu}\d]/u;
const INNER_CAPITAL_OR_DIGIT = /(?!^)\p{Lu}|\d/u;
/** Characters between the end of a sentence and the first word of the next. */
const OPENERS = /[\s"'“”‘«»([{*_•·]/;
const SENTENCE_ENDS = '.!?…:;。\n';
const FIRST_PERSON = /^I(?:'|$)/;

/**
 * The names in a claim (folded text with its numbers), in order. `-`, `.`, `'` and `_` join words to one name, `/`
 * separates names.
 *
 * In Chinese, Japanese and Korean, every word in Latin letters is a name. In other languages, words with a capital or a
 * digit are, except for words capitalized only as the first of a sentence (`Google grew` has none, `TiDB grew` and
 * `They use Google` have one), the pronoun `I`, and lower-case parts of compounds (`AI-powered` has `AI`). German nouns
 * need a digit or a second capital.
 *
 * Units of numbers (`10x`, `5 GB`, `17B`) and versions (`v2`) are not names.
 */
export function readNames(
  text: string,
  numbers: readonly NumberMention[],
  lang: string,
): readonly NameMention[] {
  const language = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const isForeign = WITHOUT_LATIN.has(language);
  return groupWords(text, withoutUnits(text, readLatinWords(text), numbers), isForeign)
    .filter((name) => isForeign || isNamed(text, name, language))
    .map(toMention);
}

type Name = readonly [LatinWord, ...LatinWord[]];

/** A run of Latin letters and digits: `Turing` and `NLG` in `Turing-NLG`, `AT&T`, `C++`, `3.5`. */
export interface LatinWord {
  readonly index: number;
  readonly end: number;
  readonly text: string;
  readonly hasLetter: boolean;
}

/** The Latin words of folded text in order, including those of digits only. */
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

/** Longer names are checked in pieces. */
export const MOST_WORDS = 4;

const ASCII = /^[!-~]*$/;

/**
 * Key shared by names that differ only in case, width and separators: `GPT-3`, `gpt 3`, `GPT3`. Adjacent numbers stay
 * separate, so that `3 5` is not 35.
 */
export function nameKey(words: readonly string[]): string {
  return words.map(wordKey).reduce(joinKeys, '');
}

export function wordKey(word: string): string {
  return (ASCII.test(word) ? word : word.normalize('NFKC')).toLowerCase();
}

/** Key of a name whose first words have `key` and whose last word has `next`. */
export function joinKeys(key: string, next: string): string {
  return isDigit(key.at(-1)) && isDigit(next[0]) ? `${key}-${next}` : key + next;
}

/** Singular of a plural abbreviation: `CEO` for `CEOs`; null for other words. */
export function singularOf(word: string): string | null {
  return word.endsWith('s') && CAPITAL_OR_DIGIT.test(word.charAt(word.length - 2)) ? word.slice(0, -1) : null;
}

const AMOUNT = /[^\d.][\d.]+$/;
const AFTER_AMOUNT = `%万亿千百多余几${MEASURES}${MONEY}`;

/**
 * The name before an attached amount, as transcripts omit the space: `Github` in `Github100个`, `TensorFlow` in
 * `TensorFlow90%`. Null if nothing after `word` shows that its digits count something.
 */
export function nameBeforeAmount(text: string, word: LatinWord): LatinWord | null {
  const length = AFTER_AMOUNT.includes(text[word.end] ?? ' ') ? word.text.search(AMOUNT) + 1 : 0;
  return length > 0 ? { ...word, end: word.index + length, text: word.text.slice(0, length) } : null;
}

/** Drops units of numbers; the name in `TensorFlow90%` stays. */
function withoutUnits(
  text: string,
  words: readonly LatinWord[],
  numbers: readonly NumberMention[],
): readonly LatinWord[] {
  let next = 0;
  return words.flatMap((word) => {
    while ((numbers[next]?.end ?? Number.POSITIVE_INFINITY) < word.end) next += 1;
    const number = numbers[next];
    if (!number || number.index >= word.end || !word.hasLetter) return [word];
    if (number.index <= word.index) return [];
    const name = number.end > word.end ? nameBeforeAmount(text, word) : null;
    return [name ?? word];
  });
}

/** Groups joined words to names; a number in digits neither begins nor is a name. */
function groupWords(text: string, words: readonly LatinWord[], isForeign: boolean): readonly Name[] {
  const names: [LatinWord, ...LatinWord[]][] = [];
  let last: LatinWord | undefined;
  for (const word of words) {
    const name = names.at(-1);
    const isHyphenated = text[word.index - 1] === '-' || text[word.end] === '-';
    const isPart = isForeign || !isHyphenated || !LOWER_CASE.test(word.text);
    const isJoined = last?.end === word.index - 1 && CONNECTORS.includes(text[word.index - 1] ?? ' ');
    if (name && last === name.at(-1) && isJoined && isPart && name.length < MOST_WORDS) {
      if (!isPossessive(text, word)) name.push(word);
    } else if (word.hasLetter && isPart && !VERSION.test(word.text)) {
      names.push([word]);
    }
    last = word;
  }
  return names;
}

function isPossessive(text: string, word: LatinWord): boolean {
  return word.text.toLowerCase() === 's' && text[word.index - 1] === "'";
}

/** Whether a word is a name, in a language written in Latin letters. */
function isNamed(text: string, name: Name, language: string): boolean {
  const written = text.slice(name[0].index, name.at(-1)?.end);
  if (!CAPITAL_OR_DIGIT.test(written) || FIRST_PERSON.test(written)) return false;
  if (INNER_CAPITAL_OR_DIGIT.test(written)) return true;
  return !WITH_CAPITAL_NOUNS.has(language) && !beginsSentence(text, name[0].index);
}

function beginsSentence(text: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && OPENERS.test(text.charAt(before))) before -= 1;
  return before < 0 || SENTENCE_ENDS.includes(text.charAt(before));
}

function toMention(name: Name): NameMention {
  const words = name.map((word) => word.text);
  const last = words.at(-1) ?? '';
  const singular = singularOf(last);
  const keys = [nameKey(words)];
  if (singular !== null) keys.push(nameKey([...words.slice(0, -1), singular]));
  return { index: name[0].index, end: name.at(-1)?.end ?? name[0].end, keys };
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

/** `&` between letters, `.` between digits, `+` and `#` after letters. */
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
