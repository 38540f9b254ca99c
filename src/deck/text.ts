import type { Text } from './deck.ts';

/** Plain words as inline content. */
export function text(words: string): Text {
  return [{ type: 'text', text: words }];
}
