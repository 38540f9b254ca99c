/** An exact decimal number that is not negative: `digits` times ten to the power of `exponent`. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** `digits` (ASCII, any zeros around them) times ten to the power of `exponent`. */
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

/** Only for numbers of few digits: those of composed numerals. */
export function sum(a: Decimal, b: Decimal): Decimal {
  if (a.digits === '0') return b;
  if (b.digits === '0') return a;
  const exponent = Math.min(a.exponent, b.exponent);
  return decimal(String(units(a, exponent) + units(b, exponent)), exponent);
}

function units(value: Decimal, exponent: number): bigint {
  return BigInt(value.digits) * 10n ** BigInt(value.exponent - exponent);
}
