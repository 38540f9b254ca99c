import { type Decimal, decimal } from '../content/claims/decimal.ts';

/** A number in digits. */
export interface Literal {
  readonly end: number;
  readonly value: Decimal;
  /** Count of digits when it is written as a whole number, null otherwise. */
  readonly wholeDigits: number | null;
  /** What it would be if its full-width commas separated numbers (3,100 may be a list). */
  readonly listed: readonly Decimal[];
}

const FULL_WIDTH_COMMA = '\uff0c';
const SEPARATORS = `,${FULL_WIDTH_COMMA}\u00a0\u2009\u202f`;

/**
 * The number in digits that begins at `start` of folded text. A separator stands before each group of three
 * digits, always the same one. Of `1.2.3` (a version or a date) each member is a number of its own.
 */
export function readLiteral(text: string, start: number): Literal {
  const separator = text[digitsEnd(text, start, 4)] ?? '';
  const groups = [text.slice(start, digitsEnd(text, start))];
  let end = start + (groups[0]?.length ?? 0);
  if (SEPARATORS.includes(separator) && end - start <= 3 && text[start] !== '0') {
    while (text[end] === separator && digitsEnd(text, end + 1, 4) === end + 4) {
      groups.push(text.slice(end + 1, end + 4));
      end += 4;
    }
  }
  const whole = groups.join('');
  const listed =
    separator === FULL_WIDTH_COMMA && groups.length > 1 ? groups.map((group) => decimal(group)) : [];
  const fractionEnd = digitsEnd(text, end + 1);
  const hasFraction = text[end] === '.' && fractionEnd > end + 1;
  if (!hasFraction || isDotted(text, start, fractionEnd)) {
    return { end, value: decimal(whole), wholeDigits: whole.length, listed };
  }
  const fraction = text.slice(end + 1, fractionEnd);
  return { end: fractionEnd, value: decimal(whole + fraction, -fraction.length), wholeDigits: null, listed };
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** Where the digits end that begin at `start`, `most` of them at most. */
function digitsEnd(text: string, start: number, most = Number.POSITIVE_INFINITY): number {
  let end = start;
  while (end - start < most && isDigit(text[end])) end += 1;
  return end;
}

/** Whether `a.b` between `start` and `end` is a piece of something with more dots. */
function isDotted(text: string, start: number, end: number): boolean {
  return (
    (text[end] === '.' && isDigit(text[end + 1])) || (text[start - 1] === '.' && isDigit(text[start - 2]))
  );
}
