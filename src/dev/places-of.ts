import type { Deck } from '../deck/deck.ts';
import type { SlidePlace } from './dev-state.ts';

/**
 * The slides that a line of a summary is shown on: in each deck made of the file the one that begins last before the
 * line; the cover where the line stands above all that is shown.
 */
export function placesOf(file: string, line: number, decks: readonly Deck[]): readonly SlidePlace[] {
  return decks.flatMap(({ slug, cover, slides }) => {
    const lines = [cover, ...slides].map(({ origin }) => (origin.file === file ? origin.line : null));
    const known = lines.filter((first) => first !== null);
    if (known.length === 0) return [];
    const before = known.filter((first) => first <= line);
    const first = before.length > 0 ? Math.max(...before) : Math.min(...known);
    return [{ deck: slug, slide: lines.indexOf(first) + 1 }];
  });
}
