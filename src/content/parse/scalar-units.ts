import type { Scalar } from 'yaml';

/** A UTF-16 unit of a text as shown, with the part of the source that it was typed as. */
export interface ScalarUnit {
  readonly char: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The units of a YAML scalar on one line: runs of blanks and line ends become one space, as in `oneLine`.
 * @param range of the scalar in the source, including its quotes or block indicator
 */
export function scalarUnits(
  source: string,
  [start, end]: readonly [number, number, ...unknown[]],
  type: Scalar['type'],
): readonly ScalarUnit[] {
  const raw = source.slice(start, end);
  const [from, to, pattern] = shapeOf(raw, type ?? 'PLAIN');
  const units: ScalarUnit[] = [];
  pattern.lastIndex = from;
  for (let at = from; at < to; at = pattern.lastIndex) {
    const typed = pattern.exec(raw)?.[0];
    if (typed === undefined) break;
    const char = typed.length > 1 ? meaningOf(typed) : typed;
    const place = { start: start + at, end: start + at + typed.length };
    const isBlank = BLANK.test(char);
    const last = units.at(-1);
    if (isBlank && last?.char === ' ') units[units.length - 1] = { ...last, end: place.end };
    else for (const unit of isBlank ? ' ' : char.split('')) units.push({ char: unit, ...place });
  }
  const first = units[0]?.char === ' ' ? 1 : 0;
  return units.slice(first, units.at(-1)?.char === ' ' ? -1 : units.length);
}

const BLANK = /^[\s\p{Cc}]+$/u;

/** Start and end of its characters, and a pattern for one as typed. */
function shapeOf(raw: string, type: string): readonly [number, number, RegExp] {
  switch (type) {
    case 'QUOTE_DOUBLE':
      return [1, raw.length - 1, /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\n\s*|[\s\S])|[\s\S]/y];
    case 'QUOTE_SINGLE':
      return [1, raw.length - 1, /''|[\s\S]/y];
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return [raw.indexOf('\n') + 1 || raw.length, raw.length, /[\s\S]/y];
    default:
      return [0, raw.length, /[\s\S]/y];
  }
}

/** Meaning of `''` and backslash escapes; anything invisible becomes a blank. */
function meaningOf(typed: string): string {
  if (typed === "''") return "'";
  const [, digits] = /^\\[xuU]([\da-fA-F]+)$/.exec(typed) ?? [];
  if (digits !== undefined) {
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  const char = typed.slice(1);
  if (char.startsWith('\n')) return '';
  return /\w/.test(char) ? ' ' : char;
}
