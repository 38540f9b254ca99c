import { plainText } from '../../content/summary/markup.ts';
import type { Text } from '../slide.ts';

/** A figure, `more than 7600 million`: its number must be legible from the last row. */
export interface FigureParts {
  readonly before: string;
  readonly number: string;
  readonly unit: string;
  /** Whether a space was typed before and after the number. */
  readonly spaces: { readonly before: boolean; readonly after: boolean };
}

/** A sign or currency before digits, and what belongs to them: `-3.5%`, `$1,200`, `2–10x`, `15.3k`. */
const NUMBER =
  /[<>~\u2248\u2264\u2265]?[-+\u2212\u00b1]?[$\u20ac\u00a3\u00a5]?\d[\d.,:/\u00a0\u202f]*(?:(?:[-\u2013~]| [\u2013-] )[$\u20ac\u00a3\u00a5]?\d[\d.,]*)?(?:[%\u2030\u00d7x+]|[kKMBG](?![\p{L}\p{N}]))?/u;

/** Null if it is not plain text, or has no number. */
export function figureParts(value: Text): FigureParts | null {
  if (value.some(({ type }) => type !== 'text')) return null;
  const words = plainText(value).trim();
  const found = NUMBER.exec(words);
  if (!found || /\d/.test(words.slice(found.index + found[0].length))) return null;
  const [before, after] = [words.slice(0, found.index), words.slice(found.index + found[0].length)];
  return {
    before: before.trim(),
    number: found[0].trim(),
    unit: after.trim(),
    spaces: { before: /\s$/.test(before), after: /^\s/.test(after) },
  };
}

/** A value with stand-ins for the thousands separators that rendering adds, to be measured. */
export function withSeparators(value: Text): Text {
  const digits = plainText(value).match(/\d{4,}/g) ?? [];
  const count = digits.reduce((sum, each) => sum + Math.floor((each.length - 1) / 3), 0);
  return count > 0 ? [...value, { type: 'text', text: ','.repeat(count) }] : value;
}
