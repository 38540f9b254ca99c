import { isDigit } from './literal.ts';

/** A name of more words is checked in pieces. */
export const MOST_WORDS = 6;

const PLURAL = /[\p{Lu}\d]s$/u;

/**
 * The same for names that differ in case, width and the signs between their words: `GPT-3`, `gpt 3`, `GPT3`.
 * Numbers side by side stay apart, so that `3 5` is no 35.
 */
export function nameKey(words: readonly string[]): string {
  const folded = words.map((word) => word.normalize('NFKC').toLowerCase());
  return folded
    .map((word, index) => (isDigit(word[0]) && isDigit(folded[index - 1]?.at(-1)) ? `-${word}` : word))
    .join('');
}

/** The plural of an abbreviation names the same as the abbreviation: `CEO` of `CEOs`; null for other words. */
export function singularOf(word: string): string | null {
  return PLURAL.test(word) ? word.slice(0, -1) : null;
}
