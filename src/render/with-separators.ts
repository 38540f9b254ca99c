import type { Text } from '../deck/deck.ts';

/** A chart's number typed without thousands separators gets them: `7600` becomes `7,600`. */
export function withSeparators(value: Text): Text {
  const [only, ...more] = value;
  if (only?.type !== 'text' || more.length > 0) return value;
  const match = /^(\d{4,})(\.\d+)?$/.exec(only.text.trim());
  if (!match) return value;
  const [, whole = '', fraction = ''] = match;
  return [{ type: 'text', text: whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + fraction }];
}
