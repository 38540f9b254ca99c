import type { Deck } from './deck.ts';

/** A slide that a link may lead to from another deck. */
export interface DeckTarget {
  /** Slug. */
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
}

export interface DeckTargets {
  /** The first slide of a person's talk, by the person's name. */
  readonly talks: ReadonlyMap<string, DeckTarget>;
  /** The slide of a question, by the number of the exchange. */
  readonly questions: ReadonlyMap<number, DeckTarget>;
  /** The first slide of the Q&A deck; null where there is none. */
  readonly qa: DeckTarget | null;
}

/** What the decks of a meetup may link to in each other. @param decks with all slides that they will have */
export function deckTargets(decks: readonly Deck[]): DeckTargets {
  const talks = new Map(
    decks.flatMap(({ slug, speaker }) =>
      speaker ? [[speaker.name, { deck: slug, slide: 1 }] as const] : [],
    ),
  );
  const qa = decks.find(({ kind }) => kind === 'qa');
  const questions = new Map<number, DeckTarget>();
  qa?.slides.forEach((slide, index) => {
    if (slide.kind === 'question') questions.set(slide.number, { deck: qa.slug, slide: index + 2 });
  });
  return {
    talks,
    questions,
    qa: qa ? { deck: qa.slug, slide: 1 } : null,
  };
}
