import leven from 'leven';
import { foldText } from '../../content/claims/fold.ts';
import {
  type LatinWord,
  MOST_WORDS,
  nameKey,
  readLatinWords,
  singularOf,
} from '../../content/claims/names.ts';
import type { NameSource } from '../../findings/messages/advice-messages.ts';
import { beginsSentence, writingOf } from '../text/writing.ts';
import type { ChineseName, ExplicitName, ExplicitNames, NamedText } from './explicit-names.ts';

/** A name that is written otherwise than it should be; units of a passage. */
export interface WrongName {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  readonly known: NameSource;
  readonly place: string | null;
  /** Whether it is this name beyond doubt. */
  readonly sure: boolean;
}

/** What is almost a name of the glossary or of front matter: in case, blanks or hyphens, or a letter off. */
export function misspeltNames(text: NamedText, { latin, chinese }: ExplicitNames): readonly WrongName[] {
  // A quick look saves one for each name, of which there may be a thousand.
  const isSpaced = SPACED.test(text.placed.text);
  return [
    ...misspeltLatin(text, latin),
    ...(isSpaced ? chinese.flatMap((name) => misspeltChinese(text, name)) : []),
  ];
}

/** What may stand within a Chinese name, behind a character that is none of a word in Latin letters. */
const SPACED = /[^ -~][ \u3000\u00B7][^ -~]/;

function* misspeltLatin(
  { placed, lang }: NamedText,
  names: ReadonlyMap<string, ExplicitName>,
): Generator<WrongName, void> {
  if (names.size === 0) return;
  const text = foldText(placed.text);
  const words = readLatinWords(text);
  const inLetters = writingOf(lang) === 'Latin';
  for (let first = 0; first < words.length; first += 1) {
    for (const group of groupsAt(text, words, first)) {
      const start = group[0]?.index ?? 0;
      const end = group.at(-1)?.end ?? start;
      const key = nameKey(group.map((word) => word.text));
      const exact = names.get(key);
      const name = exact ?? nearest(key, group.length, names);
      if (!name) continue;
      first += group.length - 1;
      const written = placed.text.slice(start, end);
      if (written === name.right || isPartOfMore(text, start, end)) break;
      if (isOrdinary(text, start, written, name, inLetters, exact === undefined)) break;
      const { right, known, place } = name;
      yield { start, end, right, known, place, sure: exact !== undefined };
      break;
    }
  }
}

/** Words in a row from `first` on that may be one name, the longest first. */
function groupsAt(
  text: string,
  words: readonly LatinWord[],
  first: number,
): readonly (readonly LatinWord[])[] {
  let last = first;
  while (last - first + 1 < MOST_WORDS && isJoined(text, words[last], words[last + 1])) last += 1;
  return Array.from({ length: last - first + 1 }, (_, less) => words.slice(first, last + 1 - less));
}

function isJoined(text: string, word: LatinWord | undefined, next: LatinWord | undefined): boolean {
  return word !== undefined && next?.index === word.end + 1 && ' -._\u00B7'.includes(text.charAt(word.end));
}

/** Of names that are long, one with another letter, one more or one less; not the first, no digit and no plural. */
function nearest(
  key: string,
  words: number,
  names: ReadonlyMap<string, ExplicitName>,
): ExplicitName | undefined {
  if (key.length < SHORTEST - 1) return undefined;
  for (const [right, name] of names) {
    if (name.words !== words || key[0] !== right[0] || Math.abs(key.length - right.length) > 1) continue;
    if (right.length < (isPlain(name.right) ? SHORTEST_PLAIN : SHORTEST)) continue;
    if (key === `${right}s` || right === `${key}s` || digits(key) !== digits(right)) continue;
    if (leven(key, right) === 1 || isSwapped(key, right)) return name;
  }
  return undefined;
}

/** Two letters side by side in the wrong order. */
function isSwapped(key: string, right: string): boolean {
  const at = [...key].findIndex((char, index) => char !== right[index]);
  const swapped = `${key.slice(0, at)}${key[at + 1] ?? ''}${key[at] ?? ''}${key.slice(at + 2)}`;
  return at >= 0 && swapped === right;
}

const SHORTEST = 6;
/** Another name or word may well be a letter away from one that looks like a word. */
const SHORTEST_PLAIN = 8;

/** Words with at most a capital at their start. */
function isPlain(name: string): boolean {
  return /^\p{Lu}?\p{Ll}+(?:[ '-]\p{Lu}?\p{Ll}+)*$/u.test(name);
}

function digits(key: string): string {
  return key.replaceAll(/\D/g, '');
}

/** Of an address, a file or a package: `pingcap.com`, `@pingcap`, `pingcap/tidb`. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  return (
    /[\w@#/\\.-]/.test(text.charAt(start - 1)) ||
    /^(?:[-./\\@_][\p{L}\p{N}]|[@_#/\\])/u.test(text.slice(end, end + 2))
  );
}

/** Whether it may be a word of the language, or has a capital only because it begins a sentence. */
function isOrdinary(
  text: string,
  start: number,
  written: string,
  { right }: ExplicitName,
  inLetters: boolean,
  isNear: boolean,
): boolean {
  const singular = singularOf(written);
  if (singular === right) return true;
  const begins = beginsSentence(text, start);
  if (begins && written === right.charAt(0).toUpperCase() + right.slice(1)) return true;
  if (!inLetters) return false;
  const isLower = written === written.toLowerCase();
  if (isLower && (isPlain(right) || written.includes(' ') || isNear)) return true;
  return isNear && begins && isPlain(written);
}

/** A blank or a dot within a name of Chinese characters. */
function misspeltChinese(
  { placed }: NamedText,
  { right, known, place, pattern }: ChineseName,
): readonly WrongName[] {
  return [...placed.text.matchAll(pattern)].flatMap(({ 0: written, index }) =>
    written === right ? [] : [{ start: index, end: index + written.length, right, known, place, sure: true }],
  );
}
