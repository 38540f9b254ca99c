import { type Decimal, scaled } from './decimal.ts';
import { foldText } from './fold.ts';
import { powerOfUnit, readSuffix } from './number-words.ts';

export interface Quantity {
  readonly value: Decimal;
  readonly percent: boolean;
}

/** A factor written apart from its number: 亿 in a table header, 万 at the end of `20-30万`. */
interface Unit {
  /** Power of ten. */
  readonly scale: number;
  readonly percent: boolean;
}

/** Equal only for equal quantities; 90% is not 90. */
export function quantityKey({ value, percent }: Quantity): string {
  return `${value.digits}e${value.exponent}${percent ? '%' : ''}`;
}

export function inUnit(quantity: Quantity, unit: Unit): Quantity {
  return { value: scaled(quantity.value, unit.scale), percent: unit.percent };
}

const CHINESE = /^(?:[十百千]?[万亿]{1,2}|[百千](?![米克瓦赫卡伏帕分度]))/;

/** The factor that a unit such as 亿, 百万美元, %, `million` or `$M` begins with; 10^0 if none. */
export function readUnit(unit: string): Unit {
  const text = foldText(unit)
    .trim()
    .replace(/^[$€£¥]/, '');
  const chinese = CHINESE.exec(text)?.[0] ?? '';
  if (chinese === '') return readSuffix(text, 0, true);
  const scale = [...chinese].reduce((total, char) => total + (powerOfUnit(char) ?? 0), 0);
  return { scale, percent: false };
}
