import { type Decimal, decimal, scaled } from './decimal.ts';
import { isLatinAt } from './latin.ts';
import { isDigit } from './literal.ts';
import { NUMBER_START } from './number-words.ts';
import { readNumeral } from './numeral.ts';
import { inUnit, type Quantity, type Unit } from './quantity.ts';
import { readSuffix } from './suffix.ts';

/** A number as it stands in a text, its unit of measure included. */
export interface NumberMention {
  readonly index: number;
  readonly end: number;
  /** What it says: two for 二三十万. */
  readonly quantities: readonly Quantity[];
  /** Other ways to read it, which only a text that is evidence may use. */
  readonly others: readonly Quantity[];
  /** Whether it is a number for certain, so that a claim must have evidence for it. */
  readonly certain: boolean;
  /** Whether neither 万, `million` and the like nor `%` is written with it. */
  readonly bare: boolean;
}

/** A mention with what a number before it (20-30万) takes from it. */
interface Reading extends NumberMention {
  /** For digits, or a lone Chinese digit (三到五百万), before it. */
  readonly unit: Unit;
  /** For 二十 in 二十到三十万. */
  readonly largeUnit: Unit;
  readonly hasUnits: boolean;
}

const RANGE = /^[ \u00a0]?(?:[-–—~〜至到]|to)[ \u00a0]?$/;

/** Of a range sign with its spaces, at most. */
const RANGE_LENGTH = 4;

const PERCENT_PHRASE = '百分之';

/**
 * The numbers of folded text, in order: digits everywhere (in `B2B` too), Chinese numerals of every form.
 * Certain are digits, and numerals with a digit before a unit (三千万, 五百), 十 before a digit (十五), 百分之
 * before a numeral, and years (二〇一六年). Lone digits and units (一, 万, 千万) are not, as many words hold one.
 * A sign is no part of a number: a hyphen before digits stands for a range.
 */
export function readNumbers(text: string): readonly NumberMention[] {
  const readings: Reading[] = [];
  const starts = new RegExp(NUMBER_START);
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const { idiom, vague, whole, part } = match.groups ?? {};
    if (idiom !== undefined || vague !== undefined) continue;
    const reading =
      whole === undefined
        ? readAt(text, match.index, part !== undefined)
        : hundredPercent(match.index, starts.lastIndex);
    if (!reading) continue;
    readings.push(reading);
    starts.lastIndex = reading.end;
  }
  return readings.map((reading, index) => withRange(text, reading, readings[index + 1]));
}

/** The number at `index`, or behind the 百分之 there. */
function readAt(text: string, index: number, isPercentPhrase: boolean): Reading | null {
  const start = isPercentPhrase ? index + PERCENT_PHRASE.length : index;
  if (isPercentPhrase && text[start] === '百') return hundredPercent(index, start + 1);
  const numeral = readNumeral(text, start);
  if (!numeral) return null;
  const isInWord = start > 0 && isDigit(text[start]) && isLatinAt(text, start - 1);
  const suffix = readSuffix(text, numeral.end, !isInWord);
  const percent = isPercentPhrase || suffix.percent;
  const toQuantity = (value: Decimal): Quantity => ({ value: scaled(value, suffix.scale), percent });
  return {
    index,
    end: suffix.end,
    quantities: numeral.values.map(toQuantity),
    others: numeral.others.map(toQuantity),
    certain: isPercentPhrase || numeral.certain,
    bare: !percent && !numeral.hasLargeUnits && suffix.scale === 0,
    unit: { scale: numeral.scale + suffix.scale, percent },
    largeUnit: { scale: numeral.largeScale + suffix.scale, percent },
    hasUnits: numeral.hasUnits,
  };
}

function hundredPercent(index: number, end: number): Reading {
  const unit = { scale: 0, percent: true };
  const quantity = { value: decimal('100'), percent: true };
  const flags = { certain: true, bare: false, hasUnits: true };
  return { index, end, quantities: [quantity], others: [], ...flags, unit, largeUnit: unit };
}

/** In `20-30万` and `20到30%` the first number may take the unit of the second. */
function withRange(text: string, reading: Reading, next: Reading | undefined): NumberMention {
  const { index, end, quantities, others, certain, bare } = reading;
  const mention = { index, end, quantities, others, certain, bare };
  if (!bare || !next || next.index - end > RANGE_LENGTH || !RANGE.test(text.slice(end, next.index)))
    return mention;
  const unit = reading.hasUnits ? next.largeUnit : next.unit;
  if (unit.scale === 0 && !unit.percent) return mention;
  const inRange = quantities.map((quantity) => inUnit(quantity, unit));
  return { ...mention, quantities: inRange, others: [...others, ...quantities], bare: false };
}
