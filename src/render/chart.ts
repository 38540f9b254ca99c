import { scaleLinear, scaleLog } from 'd3-scale';
import type { Text } from '../deck/slide.ts';

/** A tick on a chart's axis. */
export interface TickView {
  /** With the deck language's thousands separators. */
  readonly label: string;
  /** Position, 0 to 100. */
  readonly share: number;
}

/** A chart's axis. */
interface BarAxis {
  readonly ticks: readonly TickView[];
  /** Position of an amount on the axis, 0 to 100, with at most two decimals. */
  share(amount: number): number;
}

/** Most powers of ten to label. */
const MOST_DECADES = 6;

/**
 * A linear axis is as long as the longest bar, with a tick at zero if some amounts are negative. A logarithmic one
 * covers whole powers of ten, and begins below the smallest amount, so that each bar has a length.
 * @param range the chart's smallest and largest amount; for a logarithmic axis above 0
 * @param lang BCP 47
 */
export function barAxis(
  range: { readonly least: number; readonly most: number },
  kind: 'linear' | 'log',
  lang: string,
): BarAxis {
  const { scale, values } = kind === 'log' ? logAxis(range) : linearAxis(range);
  const share = (amount: number) => Math.round(scale(amount) * 10_000) / 100;
  return { ticks: values.map((value) => ({ label: formatNumber(value, lang), share: share(value) })), share };
}

interface Axis {
  /** Maps amounts to 0 to 1. */
  scale(amount: number): number;
  readonly values: readonly number[];
}

/** Adds missing thousands separators to a chart's number: `7600` becomes `7,600`, in German `7.600`. */
export function withSeparators(value: Text, lang: string): Text {
  const [only, ...more] = value;
  if (only?.type !== 'text' || more.length > 0) return value;
  const { group, decimal } = signsOf(lang);
  const [, whole, sign = '', fraction = ''] = /^(\d{4,})(?:([.,])(\d+))?$/.exec(only.text.trim()) ?? [];
  // A number with another language's decimal mark stays as it is.
  if (whole === undefined || (sign !== '' && sign !== decimal)) return value;
  return [{ type: 'text', text: whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group) + sign + fraction }];
}

/** The longest bar fills it. Values are beside the bars, so the axis at most marks zero. */
function linearAxis({ least, most }: { readonly least: number; readonly most: number }): Axis {
  const [from, to] = [Math.min(0, least), Math.max(0, most)];
  return { scale: scaleLinear([from, from === to ? 1 : to], [0, 1]), values: least < 0 ? [0] : [] };
}

function logAxis({ least, most }: { readonly least: number; readonly most: number }): Axis {
  const first = Math.floor(Math.log10(least) - 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(most) - 1e-9));
  const step = Math.ceil((last - first) / MOST_DECADES);
  const values = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, index) => 10 ** (first + index * step),
  );
  return { scale: scaleLog([10 ** first, 10 ** last], [0, 1]), values };
}

/** With thousands separators, the same on every machine. */
function formatNumber(value: number, lang: string): string {
  // Drops floating-point noise in a tick's last digits, and the sign of a negative zero.
  const round = Number(value.toPrecision(12)) || 0;
  const { group, decimal } = signsOf(lang);
  return round
    .toLocaleString('en-US', { maximumFractionDigits: 20 })
    .replaceAll(/[,.]/g, (sign) => (sign === ',' ? group : decimal));
}

/** Thousands separator and decimal mark. Not every font has the narrow space of some languages. */
function signsOf(lang: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(lang, { useGrouping: 'always', numberingSystem: 'latn' }).formatToParts(
    1234.5,
  );
  const sign = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: sign('group').replace('\u202f', '\u00a0') || ',', decimal: sign('decimal') || '.' };
}
