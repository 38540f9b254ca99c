import { scaleLinear, scaleLog } from 'd3-scale';
import type { Text } from '../deck/slide.ts';

/** A tick on a chart's axis. */
export interface TickView {
  /** With thousands separators. */
  readonly label: string;
  /** Position, 0 to 100. */
  readonly share: number;
}

/** A chart's axis, from its first tick to its last. */
interface BarAxis {
  readonly ticks: readonly TickView[];
  /** Position of an amount on the axis, 0 to 100, with at most two decimals. */
  share(amount: number): number;
}

/** Approximate number of ticks, depending on round values. */
const TICKS = 4;
/** Most powers of ten to label. */
const MOST_DECADES = 6;

/**
 * An axis with round ends. A logarithmic one covers whole powers of ten and begins below the smallest amount, so that
 * each bar has a length.
 * @param range smallest and largest amount of the chart; positive for a logarithmic axis
 */
export function barAxis(
  range: { readonly least: number; readonly most: number },
  kind: 'linear' | 'log',
): BarAxis {
  const { scale, values } = kind === 'log' ? logAxis(range) : linearAxis(range);
  const share = (amount: number) => Math.round(scale(amount) * 10_000) / 100;
  return { ticks: values.map((value) => ({ label: formatNumber(value), share: share(value) })), share };
}

interface Axis {
  /** Maps amounts to 0 to 1. */
  scale(amount: number): number;
  readonly values: readonly number[];
}

/** Adds thousands separators to a chart's number typed without: `7600` becomes `7,600`. */
export function withSeparators(value: Text): Text {
  const [only, ...more] = value;
  if (only?.type !== 'text' || more.length > 0) return value;
  const match = /^(\d{4,})(\.\d+)?$/.exec(only.text.trim());
  if (!match) return value;
  const [, whole = '', fraction = ''] = match;
  return [{ type: 'text', text: whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + fraction }];
}

/** Always includes zero. */
function linearAxis({ least, most }: { readonly least: number; readonly most: number }): Axis {
  const [from, to] = [Math.min(0, least), Math.max(0, most)];
  const scale = scaleLinear([from, from === to ? 1 : to], [0, 1]).nice(TICKS);
  return { scale, values: scale.ticks(TICKS) };
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

/** With thousands separators, the same in every language and on every machine. */
function formatNumber(value: number): string {
  // Drops floating-point noise and the sign of zero.
  const round = Number(value.toPrecision(12)) || 0;
  return round.toLocaleString('en-US', { maximumFractionDigits: 20 });
}
