import { type Decimal, decimal, isDigit, isLatinAt, scaled } from './decimal.ts';
import { NUMBER_START, readSuffix } from './number-words.ts';
import { readNumeral } from './numeral.ts';
import { inUnit, type Quantity } from './quantity.ts';

/** A number in a text, including its unit of measure. */
export interface NumberMention {
  readonly index: number;
  readonly end: number;
  /** Its values: two for 二三十万. */
  readonly quantities: readonly Quantity[];
  /** Other readings, for evidence only. */
  readonly others: readonly Quantity[];
  /** Whether it is certainly a number, so that a claim needs evidence for it. */
  readonly certain: boolean;
  /** Whether it has neither 万, `million` and the like nor `%`. */
  readonly bare: boolean;
}

/** A mention with what a preceding number (20-30万) inherits from it. */
interface Reading extends NumberMention {
  /**
   * Powers of ten that a preceding number inherits: digits or a lone Chinese digit (三到五百万) `scale`, 二十 in 二十到三十万
   * `largeScale`.
   */
  readonly scale: number;
  readonly largeScale: number;
  readonly percent: boolean;
  readonly hasUnits: boolean;
}

const NOTHING: readonly Quantity[] = [];

const RANGE = /^[ \u00a0]?(?:[-–—~〜至到]|to)[ \u00a0]?$/;

/** Maximum length of a range sign with spaces. */
const RANGE_LENGTH = 4;

const PERCENT_PHRASE = '百分之';
const HUNDRED_PERCENT = '百分百';

/**
 * The numbers of folded text, in order: all digits (even in `B2B`), and Chinese numerals in every form. Certain are
 * digits, numerals with a digit before a unit (三千万, 五百), 十 before a digit or a unit (十五, 十万), 百分之 before a numeral, and
 * years (二〇一六年). Lone digits and units (一, 万, 千万) are uncertain, because many words contain them. Signs are not part of
 * a number: a hyphen before digits marks a range.
 */
export function* readNumbers(text: string): Generator<NumberMention, void> {
  const starts = new RegExp(NUMBER_START);
  let held: Reading | undefined;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const reading = readAt(text, match.index, match[0]);
    if (!reading) continue;
    if (held) yield withRange(text, held, reading);
    held = reading;
    starts.lastIndex = reading.end;
  }
  if (held) yield held;
}

/** Reads the number at `index`, where `found` matched NUMBER_START. */
function readAt(text: string, index: number, found: string): Reading | null {
  const isPercentPhrase = found === PERCENT_PHRASE;
  if (found === HUNDRED_PERCENT) return hundredPercent(index, index + found.length);
  if (found.length > 1 && !isPercentPhrase) return null;
  const start = isPercentPhrase ? index + found.length : index;
  if (isPercentPhrase && text[start] === '百') return hundredPercent(index, start + 1);
  const numeral = readNumeral(text, start);
  if (!numeral) return null;
  const isInWord = start > 0 && isDigit(text[start]) && isLatinAt(text, start - 1);
  const suffix = readSuffix(text, numeral.end, !isInWord);
  const percent = isPercentPhrase || suffix.percent;
  return {
    index,
    end: suffix.end,
    quantities: toQuantities(numeral.values, suffix.scale, percent),
    others: toQuantities(numeral.others, suffix.scale, percent),
    certain: isPercentPhrase || numeral.certain,
    bare: !percent && !numeral.hasLargeUnits && suffix.scale === 0,
    scale: numeral.scale + suffix.scale,
    largeScale: numeral.largeScale + suffix.scale,
    percent,
    hasUnits: numeral.hasUnits,
  };
}

function toQuantities(values: readonly Decimal[], scale: number, percent: boolean): readonly Quantity[] {
  return values.length === 0 ? NOTHING : values.map((value) => ({ value: scaled(value, scale), percent }));
}

function hundredPercent(index: number, end: number): Reading {
  return {
    index,
    end,
    quantities: [{ value: decimal('100'), percent: true }],
    others: NOTHING,
    certain: true,
    bare: false,
    scale: 0,
    largeScale: 0,
    percent: true,
    hasUnits: true,
  };
}

/** In `20-30万` and `20到30%`, the first number may take the unit of the second. */
function withRange(text: string, reading: Reading, next: Reading): NumberMention {
  const { end, quantities, others, bare } = reading;
  const scale = reading.hasUnits ? next.largeScale : next.scale;
  if (!bare || (scale === 0 && !next.percent) || next.index - end > RANGE_LENGTH) return reading;
  if (!RANGE.test(text.slice(end, next.index))) return reading;
  const inRange = quantities.map((quantity) => inUnit(quantity, { scale, percent: next.percent }));
  return { ...reading, quantities: inRange, others: [...others, ...quantities], bare: false };
}
