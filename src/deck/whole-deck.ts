import type { Slide } from './deck.ts';

/** What a slide has that belongs to the deck as a whole. @param file path of its summary, relative to the root */
export function wholeDeck(
  file: string,
): Pick<Slide, 'part' | 'place' | 'density' | 'notes' | 'sources' | 'origin'> {
  return { part: null, place: null, density: 0, notes: [], sources: [], origin: { file, line: 1 } };
}
