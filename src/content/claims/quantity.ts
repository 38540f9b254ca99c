import { type Decimal, scaled } from './decimal.ts';

export interface Quantity {
  readonly value: Decimal;
  readonly percent: boolean;
}

/** A factor that is written apart from its number: 亿 in a table's header, 万 at the end of `20-30万`. */
export interface Unit {
  /** Power of ten. */
  readonly scale: number;
  readonly percent: boolean;
}

/** The same for equal quantities only; 90% is no 90. */
export function quantityKey({ value, percent }: Quantity): string {
  return `${value.digits}e${value.exponent}${percent ? '%' : ''}`;
}

export function inUnit(quantity: Quantity, unit: Unit): Quantity {
  return { value: scaled(quantity.value, unit.scale), percent: unit.percent };
}
