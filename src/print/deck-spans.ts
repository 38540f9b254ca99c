import type { Bundle } from '../slidev/job.ts';

/** Where each deck's slides stand in the bundle. */
export interface DeckSpan {
  /** 0-based. */
  readonly first: number;
  readonly count: number;
}

export function deckSpans({ slides }: Bundle, decks: number): readonly DeckSpan[] {
  return Array.from({ length: decks }, (_, deck) => ({
    first: slides.findIndex((slide) => slide.deck === deck),
    count: slides.filter((slide) => slide.deck === deck).length,
  }));
}
