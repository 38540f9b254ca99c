import { plainText } from '../../content/summary/markup.ts';
import type { Text } from '../slide.ts';

/** Between what is measured and a chart, in pixels. */
export const MEASURE_GAP = 8;

/** Stand-ins for the thousands separators that rendering adds. */
export function separators(value: Text): Text {
  const digits = plainText(value).match(/\d{4,}/g) ?? [];
  const count = digits.reduce((sum, each) => sum + Math.floor((each.length - 1) / 3), 0);
  return count > 0 ? [{ type: 'text', text: ','.repeat(count) }] : [];
}
