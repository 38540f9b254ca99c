import { addDecimals, type Decimal, decimal, isDigit, readLiteral, scaled } from './decimal.ts';
import { CHINESE_DIGITS, isIdiomAt, MEASURES, MONEY, powerOfUnit } from './number-words.ts';

/** A number in digits, in Chinese numerals, or in both (3000多万, 1亿2000万), without `%` and Latin units. */
interface Numeral {
  readonly end: number;
  /** Two for 二三十, one otherwise. */
  readonly values: readonly Decimal[];
  /** Values of other readings. */
  readonly others: readonly Decimal[];
  /** Power of ten of the units after a lone coefficient: 6 in 三百万. */
  readonly scale: number;
  /** Power of ten of the 万 and 亿 at its end: 4 in 三百万. */
  readonly largeScale: number;
  /** Whether it contains 十, 百, 千, 万 or 亿. */
  readonly hasUnits: boolean;
  /** Whether it contains 万 or 亿. */
  readonly hasLargeUnits: boolean;
  /** Whether it cannot be part of a word; see `readNumbers`. */
  readonly certain: boolean;
}

type Amount = readonly Decimal[];

const NOTHING: Amount = [];
const ONE: Amount = [decimal('1')];

/** 千米, 千克 and the like are units of measure, not thousands. */
const KILO_UNITS = '米克瓦赫卡伏帕';

const SPACES = ' \u00a0\u2009\u202f';

/** Reads the numeral at `start` of folded text; null if it is a lone 百, 千, 万 or 亿 within a word. */
export function readNumeral(text: string, start: number): Numeral | null {
  return new NumeralReader(text, start).read();
}

class NumeralReader {
  private readonly text: string;
  private readonly start: number;
  private at: number;
  /** Read so far: the part closed by 亿, the part closed by 万 since, the sum of 十百千 since, digits awaiting a unit. */
  private high = NOTHING;
  private middle = NOTHING;
  private low = NOTHING;
  private pending = NOTHING;
  private others = NOTHING;
  /** Exponent of the last 十百千 since 万 or 亿; the next one must be smaller. */
  private floor = 4;
  private lastUnit = 0;
  private scale = 0;
  private largeScale = 0;
  private coefficients = 0;
  private takesDigits = true;
  private takesUnits = true;

  constructor(text: string, start: number) {
    this.text = text;
    this.start = start;
    this.at = start;
  }

  read(): Numeral | null {
    while (this.takeDigits() || this.takeUnit() || this.takeVague() || this.takePoint()) {}
    if (this.at === this.start || this.isPartOfWord()) return null;
    const { text, start, at } = this;
    const hasUnits = this.lastUnit > 0;
    const startsWithTen = text[start] === '十' && this.scale > 1;
    const isYear = at - start === 4 && text[at] === '年';
    return {
      end: at,
      values: add(add(this.high, this.middle), add(this.low, this.pending)),
      others: hasUnits ? this.others.map((value) => scaled(value, this.scale)) : this.others,
      scale: this.coefficients === 1 && powerOfUnit(text[start]) === undefined ? this.scale : this.largeScale,
      largeScale: this.largeScale,
      hasUnits,
      hasLargeUnits: this.high.length + this.middle.length > 0,
      certain: isDigit(text[start]) || (hasUnits ? this.coefficients > 0 || startsWithTen : isYear),
    };
  }

  private takeDigits(): boolean {
    if (!this.takesDigits || this.pending.length > 0) return false;
    const coefficient = this.nextCoefficient();
    if (!coefficient) return false;
    this.at = coefficient.end;
    this.pending = coefficient.values;
    if (coefficient.others.length > 0) this.others = [...this.others, ...coefficient.others];
    this.coefficients += 1;
    this.largeScale = 0;
    if (!coefficient.short) this.takesDigits = false;
    if (coefficient.positional) this.takesUnits = false;
    return true;
  }

  private nextCoefficient(): Coefficient | null {
    const { text, at } = this;
    if (at === this.start) return readLeading(text, at);
    // 百八 and 万三 are not numerals, 十八 is.
    if (this.coefficients === 0 && text[this.start] !== '十') return null;
    const next = readFollowing(text, at, this.lastUnit);
    const unit = next && powerOfUnit(text[next.end]);
    return unit === undefined || (unit !== null && this.mayFollow(unit)) ? next : null;
  }

  private mayFollow(unit: number): boolean {
    if (unit < 4) return unit < this.floor;
    return unit === 4 ? this.middle.length === 0 : this.high.length === 0;
  }

  private takeUnit(): boolean {
    const { text } = this;
    const at = this.afterGap();
    const hasGap = at > this.at;
    const afterDigits = this.isAfterDigits();
    const unit = powerOfUnit(text[at]);
    if (unit === undefined || !this.takesUnits || !this.mayFollow(unit)) return false;
    if ((hasGap || (afterDigits && unit === 2)) && isIdiomAt(text, at)) return false;
    if (afterDigits && unit === 3 && KILO_UNITS.includes(text[at + 1] ?? ' ')) return false;
    const amount = this.amountBefore(unit);
    if (amount.length === 0) return false;
    this.close(unit, amount);
    this.at = at + 1;
    return true;
  }

  private isAfterDigits(): boolean {
    return this.at > this.start && isDigit(this.text[this.at - 1]);
  }

  /** One space may follow digits. */
  private afterGap(): number {
    const hasGap = this.isAfterDigits() && SPACES.includes(this.text[this.at] ?? '!');
    return hasGap ? this.at + 1 : this.at;
  }

  /** The amount that `unit` multiplies; empty if the unit does not fit. */
  private amountBefore(unit: number): Amount {
    const below = unit < 4 ? this.pending : add(this.low, this.pending);
    const amount = unit < 8 ? below : add(this.middle, below);
    const isImplied = this.at === this.start || (unit === 1 && this.low.length > 0);
    return amount.length === 0 && isImplied ? ONE : amount;
  }

  private close(unit: number, amount: Amount): void {
    const product = amount.map((value) => scaled(value, unit));
    if (unit === 8) [this.high, this.middle, this.low] = [product, NOTHING, NOTHING];
    else if (unit === 4) [this.middle, this.low] = [product, NOTHING];
    else this.low = add(this.low, product);
    this.pending = NOTHING;
    this.floor = Math.min(unit, 4);
    this.lastUnit = unit;
    this.scale += unit;
    this.largeScale = unit < 4 ? 0 : this.largeScale + unit;
  }

  /** 多, 余, 来 before 万 and 亿 (3000多万), 几 in place of a digit (十几亿, 一百几十万); they add nothing. */
  private takeVague(): boolean {
    const { text } = this;
    const at = this.afterGap();
    const next = powerOfUnit(text[at + 1]);
    if (at === this.start || !this.takesUnits) return false;
    const isBeforeLarge = next !== undefined && next >= 4;
    if ('多余来'.includes(text[at] ?? ' ')) {
      if (!isBeforeLarge) return false;
      this.at = at + 1;
    } else if (text[at] === '几' && (this.pending.length === 0 || this.isAfterDigits())) {
      const isBeforeSmall = next !== undefined && next < this.floor && this.pending.length === 0;
      this.at = at + (isBeforeSmall ? 2 : 1);
      if (isBeforeSmall) this.floor = next;
      this.takesUnits = isBeforeSmall || isBeforeLarge;
    } else {
      return false;
    }
    this.takesDigits = false;
    return true;
  }

  /** The fraction of 三点五: not after an ordinal, and not if it is a time (三点二十) or a list item (三点一是). */
  private takePoint(): boolean {
    const { text, at, start } = this;
    if (text[at] !== '点' || !this.takesDigits || !this.takesUnits || at === start || isDigit(text[at - 1]))
      return false;
    const digits = readChineseDigits(text, at + 1);
    const end = at + 1 + digits.length;
    const isFraction = digits !== '' && digits.length <= 30 && !/[十百千是来]/.test(text[end] ?? '');
    if (!isFraction || text[start - 1] === '第' || this.high.length + this.middle.length > 0) return false;
    const whole = add(this.low, this.pending);
    this.pending = whole.map((value) => addDecimals(value, decimal(digits, -digits.length)));
    this.low = NOTHING;
    this.at = end;
    this.takesDigits = false;
    return true;
  }

  /** A lone unit is a number only between 上, 近 and the like and what is counted (上百个, 百倍). */
  private isPartOfWord(): boolean {
    const { text, at, start } = this;
    if (this.coefficients > 0 || at - start > 1 || text[start] === '十') return false;
    const isCounted = (MEASURES + MONEY).includes(text[at] ?? ' ');
    return !isCounted && !'上近超过约逾达'.includes(text[start - 1] ?? ' ');
  }
}

/** Adds alternatives: 二三 and 百 give 二百 and 三百. */
function add(a: Amount, b: Amount): Amount {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const [more, fewer] = a.length >= b.length ? [a, b] : [b, a];
  return more.map((value, index) => addDecimals(value, fewer[index] ?? fewer[0] ?? value));
}

/** Digits in either script that a unit may follow. */
interface Coefficient {
  readonly end: number;
  /** Two for 二三 before a unit, one otherwise. */
  readonly values: readonly Decimal[];
  /** Values of other readings: a list with full-width commas, 六七 as six or seven. */
  readonly others: readonly Decimal[];
  /** Whether it is a whole number of few digits, so that the numeral may continue after its unit. */
  readonly short: boolean;
  /** Digits in a row as in 二〇一六, which take no unit. */
  readonly positional: boolean;
}

const SHORT = 30;

/** The coefficient that begins a numeral at `start` of folded text, if any. */
function readLeading(text: string, start: number): Coefficient | null {
  if (isDigit(text[start])) {
    const { end, value, wholeDigits, listed } = readLiteral(text, start);
    const short = wholeDigits !== null && wholeDigits <= SHORT;
    return { end, values: [value], others: listed, short, positional: false };
  }
  const digits = readChineseDigits(text, start);
  if (digits === '') return null;
  const end = start + digits.length;
  const pair = pairOf(digits);
  if (pair && powerOfUnit(text[end]) !== undefined) return { ...plain(end, pair[0]), values: pair };
  return { ...plain(end, decimal(digits)), others: pair ?? [], positional: digits.length > 1 };
}

/** The coefficient at `start` that continues a numeral after a unit of `exponent`, if any. */
function readFollowing(text: string, start: number, exponent: number): Coefficient | null {
  if (isDigit(text[start])) {
    const { end, value, wholeDigits } = readLiteral(text, start);
    if (wholeDigits === null || wholeDigits > exponent) return null;
    const cut = wholeDigits === 1 && exponent > 1 && powerOfUnit(text[end]) === undefined;
    return plain(end, cut ? scaled(value, exponent - 1) : value);
  }
  const run = readChineseDigits(text, start);
  const digits = run.startsWith('0') ? run.slice(1) : run;
  const end = start + run.length;
  const pair = pairOf(digits);
  if (pair && powerOfUnit(text[end]) !== undefined) return { ...plain(end, pair[0]), values: pair };
  if (digits.length !== 1) return null;
  if (powerOfUnit(text[end]) !== undefined || run !== digits || exponent === 1)
    return plain(end, decimal(digits));
  // 三万五 is 35000, but numerals before a measure word (一千万 一年) are not abbreviated.
  return MEASURES.includes(text[end] ?? ' ') ? null : plain(end, decimal(digits, exponent - 1));
}

/** The Chinese digits from `start`, as ASCII. */
function readChineseDigits(text: string, start: number): string {
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

/** 二三 (two or three): a digit and its successor, or 三五. */
function pairOf(digits: string): readonly [Decimal, Decimal] | null {
  if (digits.length !== 2) return null;
  const [first, second] = [Number(digits[0]), Number(digits[1])];
  const isPair = first > 0 && (second === first + 1 || digits === '35');
  return isPair ? [decimal(String(first)), decimal(String(second))] : null;
}
