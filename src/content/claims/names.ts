import { type LatinWord, readLatinWords } from '../../transcript/latin-words.ts';
import { nameBeforeAmount } from '../../transcript/name-before-amount.ts';
import { MOST_WORDS, nameKey, singularOf } from '../../transcript/name-key.ts';
import type { NumberMention } from './numbers.ts';

/** A name as it stands in a text. */
export interface NameMention {
  readonly index: number;
  readonly end: number;
  /** See `nameKey`; one of them is enough. */
  readonly keys: readonly string[];
}

/** Languages in which every word in Latin letters is foreign. */
const WITHOUT_LATIN = new Set(['zh', 'yue', 'cmn', 'wuu', 'nan', 'hak', 'ja', 'ko']);

/** Languages that write every noun with a capital. */
const WITH_CAPITAL_NOUNS = new Set(['de', 'lb', 'nds']);

const CONNECTORS = "-.'_";
const VERSION = /^v\d+(?:\.\d+)*$/i;
const LOWER_CASE = /^\p{Ll}+$/u;
const CAPITAL_OR_DIGIT = /[\p{Lu}\d]/u;
const INNER_CAPITAL_OR_DIGIT = /(?!^)\p{Lu}|\d/u;
/** What may stand between a sentence's end and the next one's first word. */
const OPENERS = /[\s"'“”‘«»([{*_•·]/;
const SENTENCE_ENDS = '.!?…:;。\n';
const FIRST_PERSON = /^I(?:'|$)/;

/**
 * The names in a claim (folded text with its numbers), in order. A `-`, `.`, `'` or `_` joins words to one
 * name, a `/` does not: each of its sides is a name.
 *
 * In Chinese, Japanese and Korean every word in Latin letters is one. In other languages, words with a capital
 * or a digit are, except those that merely have a capital as the first word of a sentence (`Google grew` has
 * none, `TiDB grew` and `They use Google` have one), the pronoun `I`, and the lower-case parts of compounds
 * (`AI-powered` has `AI`). German nouns need a digit or a second capital.
 *
 * Units of numbers (`10x`, `5 GB`, `17B`) and versions (`v2`) are no names.
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

/** `words` without the units of numbers; of `TensorFlow90%` the name stays. */
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

type Name = readonly [LatinWord, ...LatinWord[]];

/** Words that are joined; a number in digits begins no name, and is none. */
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

/** Whether a word of a language in Latin letters is a name. */
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
