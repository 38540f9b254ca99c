/** An exact non-negative decimal number: `digits` times ten to the power of `exponent`. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** `digits` (ASCII, possibly with leading and trailing zeros) times ten to the power of `exponent`. */
export function decimal(digits: string, exponent = 0): Decimal {
  let start = 0;
  let end = digits.length;
  while (start < end && digits[start] === '0') start += 1;
  while (end > start && digits[end - 1] === '0') end -= 1;
  if (start === end) return { digits: '0', exponent: 0 };
  return { digits: digits.slice(start, end), exponent: exponent + digits.length - end };
}

/** `value` times ten to the power of `exponent`. */
export function scaled(value: Decimal, exponent: number): Decimal {
  return value.digits === '0' ? value : { digits: value.digits, exponent: value.exponent + exponent };
}

/** Only for numbers with few digits, as in composed numerals. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.digits === '0') return b;
  if (b.digits === '0') return a;
  const exponent = Math.min(a.exponent, b.exponent);
  return decimal(String(units(a, exponent) + units(b, exponent)), exponent);
}

/** A number in digits. */
interface Literal {
  readonly end: number;
  readonly value: Decimal;
  /** Number of digits of a whole number, else null. */
  readonly wholeDigits: number | null;
  /** Its members if its full-width commas separate numbers (3,100 may be a list). */
  readonly listed: readonly Decimal[];
}

const FULL_WIDTH_COMMA = '\uff0c';
const SEPARATORS = `,${FULL_WIDTH_COMMA}\u00a0\u2009\u202f`;

/**
 * Reads the number in digits at `start` of folded text. Thousands are separated by the same sign throughout. In `1.2.3`
 * (a version or a date) each member is a separate number.
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

const LATIN = /^\p{Script=Latin}$/u;
const MARK = /^\p{M}$/u;

/** Whether the UTF-16 unit at `index` is a Latin letter, including accented and full-width ones. */
export function isLatinAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code >= 0xaa && !isChinese(code) && LATIN.test(text.charAt(index));
}

/** Whether the UTF-16 unit at `index` is a mark on the preceding character. */
export function isMarkAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x300 && !isChinese(code) && MARK.test(text.charAt(index));
}

function units(value: Decimal, exponent: number): bigint {
  return BigInt(value.digits) * 10n ** BigInt(value.exponent - exponent);
}

/** End of the digits that begin at `start`, at most `most` of them. */
function digitsEnd(text: string, start: number, most = Number.POSITIVE_INFINITY): number {
  let end = start;
  while (end - start < most && isDigit(text[end])) end += 1;
  return end;
}

/** Whether `a.b` between `start` and `end` is part of something with more dots. */
function isDotted(text: string, start: number, end: number): boolean {
  return (
    (text[end] === '.' && isDigit(text[end + 1])) || (text[start - 1] === '.' && isDigit(text[start - 2]))
  );
}

/** Covers most of a Chinese text without a regular expression. */
function isChinese(code: number): boolean {
  return code >= 0x3000 && code < 0xa000;
}
