import type { Deck } from '../deck/deck.ts';

/** Where things begin on the slides; numbers are 1-based. */
export interface SlideNumbers {
  /** @param file relative to the root @param line 1-based, the section's first */
  ofSection(deck: string, file: string, line: number): number | null;
  /** @param number of the exchange, from 1 */
  ofQuestion(number: number): { readonly deck: string; readonly slide: number } | null;
  /** Slides of a deck where something begins. */
  of(deck: string): readonly number[];
}

/** @param decks after pagination */
export function slideNumbers(decks: readonly Deck[]): SlideNumbers {
  const sections = new Map<string, number>();
  const questions = new Map<number, { readonly deck: string; readonly slide: number }>();
  const begun = new Map<string, Set<number>>();
  for (const { slug, slides } of decks) {
    const ofDeck = new Set<number>();
    begun.set(slug, ofDeck);
    for (const [index, { kind, origin, ...slide }] of slides.entries()) {
      const key = `${slug}\n${origin.file}\n${origin.line}`;
      const number = index + 2;
      if (!sections.has(key)) {
        sections.set(key, number);
        ofDeck.add(number);
      }
      if (kind !== 'question' || !('number' in slide) || questions.has(slide.number)) continue;
      questions.set(slide.number, { deck: slug, slide: number });
      ofDeck.add(number);
    }
  }
  return {
    ofSection: (deck, file, line) => sections.get(`${deck}\n${file}\n${line}`) ?? null,
    ofQuestion: (number) => questions.get(number) ?? null,
    of: (deck) => [...(begun.get(deck) ?? [])],
  };
}
