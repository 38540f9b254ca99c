import type { Spot } from '../../../base/text.ts';
import type { LinedText } from './lined-text.ts';

/** The place of `length` units from `offset` on, within a line. */
export function spotAt({ starts }: LinedText, offset: number, length: number): Spot {
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1, length };
}
