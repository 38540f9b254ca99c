import { MEASURES, MONEY } from '../content/claims/number-words.ts';
import type { LatinWord } from './latin-words.ts';

const AMOUNT = /[^\d.][\d.]+$/;
const AFTER_AMOUNT = `%万亿千百多余几${MEASURES}${MONEY}`;

/**
 * The name that has an amount glued to it, as transcripts set no space between the two: `Github` in
 * `Github100个`, `TensorFlow` in `TensorFlow90%`. Null where nothing behind `word` shows that its digits count.
 */
export function nameBeforeAmount(text: string, word: LatinWord): LatinWord | null {
  const length = AFTER_AMOUNT.includes(text[word.end] ?? ' ') ? word.text.search(AMOUNT) + 1 : 0;
  return length > 0 ? { ...word, end: word.index + length, text: word.text.slice(0, length) } : null;
}
