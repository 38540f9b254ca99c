import { type Decimal, decimal, scaled } from '../content/claims/decimal.ts';
import { CHINESE_DIGITS, isIdiomAt, MEASURES, unitOf } from '../content/claims/number-words.ts';
import { isDigit, readLiteral } from './literal.ts';

/** Digits, in either script, that a unit may follow. */
export interface Coefficient {
  readonly end: number;
  /** Two for 二三 before a unit, one otherwise. */
  readonly values: readonly Decimal[];
  /** Values of other ways to read it: a list with full-width commas, 六七 as six or seven. */
  readonly others: readonly Decimal[];
  /** A whole number of few digits, after whose unit the numeral may go on. */
  readonly short: boolean;
  /** 二〇一六: digits in a row take no unit. */
  readonly positional: boolean;
}

const SHORT = 30;

/** The coefficient that a numeral begins with at `start` of folded text, if any. */
export function readLeading(text: string, start: number): Coefficient | null {
  if (isDigit(text[start])) {
    const { end, value, wholeDigits, listed } = readLiteral(text, start);
    const short = wholeDigits !== null && wholeDigits <= SHORT;
    return { end, values: [value], others: listed, short, positional: false };
  }
  const digits = readChineseDigits(text, start);
  if (digits === '') return null;
  const end = start + digits.length;
  const pair = pairOf(digits);
  if (pair && unitOf(text[end]) !== undefined) return { ...plain(end, pair[0]), values: pair };
  return { ...plain(end, decimal(digits)), others: pair ?? [], positional: digits.length > 1 };
}

/** The coefficient at `start` that goes on a numeral after a unit of `exponent`, if any. */
export function readFollowing(text: string, start: number, exponent: number): Coefficient | null {
  if (isDigit(text[start])) {
    const { end, value, wholeDigits } = readLiteral(text, start);
    if (wholeDigits === null || wholeDigits > exponent) return null;
    const cut = wholeDigits === 1 && exponent > 1 && unitOf(text[end]) === undefined;
    return plain(end, cut ? scaled(value, exponent - 1) : value);
  }
  const run = readChineseDigits(text, start);
  const digits = run.startsWith('0') ? run.slice(1) : run;
  const end = start + run.length;
  const pair = pairOf(digits);
  if (pair && unitOf(text[end]) !== undefined) return { ...plain(end, pair[0]), values: pair };
  if (digits.length !== 1) return null;
  if (unitOf(text[end]) !== undefined || run !== digits || exponent === 1) return plain(end, decimal(digits));
  // 三万五 is 35000; before a measure word (一千万 一年) numerals are not cut short.
  return MEASURES.includes(text[end] ?? ' ') ? null : plain(end, decimal(digits, exponent - 1));
}

/** The Chinese digits from `start` on, written as ASCII. */
export function readChineseDigits(text: string, start: number): string {
  const digits: number[] = [];
  for (let at = start; at < text.length; at += 1) {
    const digit = CHINESE_DIGITS.indexOf(text.charAt(at));
    if (digit < 0 || (digit === 1 && isIdiomAt(text, at))) break;
    digits.push(digit);
  }
  return digits.join('');
}

function plain(end: number, value: Decimal): Coefficient {
  return { end, values: [value], others: [], short: true, positional: false };
}

/** 二三 (two or three): a digit and the next one, or 三五. */
function pairOf(digits: string): readonly [Decimal, Decimal] | null {
  if (digits.length !== 2) return null;
  const [first, second] = [Number(digits[0]), Number(digits[1])];
  const isPair = first > 0 && (second === first + 1 || digits === '35');
  return isPair ? [decimal(String(first)), decimal(String(second))] : null;
}
