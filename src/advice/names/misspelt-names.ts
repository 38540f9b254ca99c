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

/** A name with a wrong spelling; offsets in the passage. */
export interface WrongName {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  readonly known: NameSource;
  readonly place: string | null;
  /** Whether it is certainly this name. */
  readonly sure: boolean;
}

/** Finds near misses of names from the glossary or front matter: in case, spaces or hyphens, or by one letter. */
export function misspeltNames(text: NamedText, { latin, chinese }: ExplicitNames): readonly WrongName[] {
  // One quick test saves a search for each of perhaps a thousand names.
  const isSpaced = SPACED.test(text.placed.text);
  return [
    ...misspeltLatin(text, latin),
    ...(isSpaced ? chinese.flatMap((name) => misspeltChinese(text, name)) : []),
  ];
}

/** A separator inside a Chinese name, between characters that are not Latin. */
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

/** Sequences of words from `first` that may form one name, longest first. */
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

/**
 * The long name that differs by one letter: replaced, added, missing or swapped; but not the first letter, a digit or a
 * plural s.
 */
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

/** Two adjacent letters in the wrong order. */
function isSwapped(key: string, right: string): boolean {
  const at = [...key].findIndex((char, index) => char !== right[index]);
  const swapped = `${key.slice(0, at)}${key[at + 1] ?? ''}${key[at] ?? ''}${key.slice(at + 2)}`;
  return at >= 0 && swapped === right;
}

const SHORTEST = 6;
/** A name that looks like a word may well be one letter away from another word. */
const SHORTEST_PLAIN = 8;

/** Words with at most an initial capital. */
function isPlain(name: string): boolean {
  return /^\p{Lu}?\p{Ll}+(?:[ '-]\p{Lu}?\p{Ll}+)*$/u.test(name);
}

function digits(key: string): string {
  return key.replaceAll(/\D/g, '');
}

/** Part of an address, a file name or a package: `pingcap.com`, `@pingcap`, `pingcap/tidb`. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  return (
    /[\w@#/\\.-]/.test(text.charAt(start - 1)) ||
    /^(?:[-./\\@_][\p{L}\p{N}]|[@_#/\\])/u.test(text.slice(end, end + 2))
  );
}

/** Whether it may be an ordinary word, or is capitalized only because it begins a sentence. */
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

/** A space or a dot inside a Chinese name. */
function misspeltChinese(
  { placed }: NamedText,
  { right, known, place, pattern }: ChineseName,
): readonly WrongName[] {
  return [...placed.text.matchAll(pattern)].flatMap(({ 0: written, index }) =>
    written === right ? [] : [{ start: index, end: index + written.length, right, known, place, sure: true }],
  );
}
