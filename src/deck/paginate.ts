import type { Deck } from './deck.ts';
export function paginate(deck: Deck): Deck {
  return deck;
}
