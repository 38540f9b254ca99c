import { isDigit } from './literal.ts';

/** A name of more words is checked in pieces. */
export const MOST_WORDS = 4;

const ASCII = /^[!-~]*$/;
const CAPITAL_OR_DIGIT = /[\p{Lu}\d]/u;

/**
 * The same for names that differ in case, width and the signs between their words: `GPT-3`, `gpt 3`, `GPT3`.
 * Numbers side by side stay apart, so that `3 5` is no 35.
 */
export function nameKey(words: readonly string[]): string {
  return words.map(wordKey).reduce(joinKeys, '');
}

export function wordKey(word: string): string {
  return (ASCII.test(word) ? word : word.normalize('NFKC')).toLowerCase();
}

/** The key of the name whose first words have `key` and whose last word has `next`. */
export function joinKeys(key: string, next: string): string {
  return isDigit(key.at(-1)) && isDigit(next[0]) ? `${key}-${next}` : key + next;
}

/** The plural of an abbreviation names the same as the abbreviation: `CEO` of `CEOs`; null for other words. */
export function singularOf(word: string): string | null {
  return word.endsWith('s') && CAPITAL_OR_DIGIT.test(word.charAt(word.length - 2)) ? word.slice(0, -1) : null;
}
