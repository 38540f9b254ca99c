import type { Deck, Person } from '../deck/deck.ts';
import { accentColor } from '../render/accent-color.ts';
import type { DeckCard, PersonCard } from './dev-state.ts';

/** A deck as the home page shows it. */
export function deckCard(deck: Deck): DeckCard {
  const { slug, kind, title, speaker, cover, slides } = deck;
  return {
    slug,
    kind: kind === 'qa' ? 'qa' : 'speaker',
    title,
    accent: accentColor(deck.accent, 'var(--ink)'),
    speaker: speaker && personCard(speaker),
    people: speaker ? [] : cover.people.map(personCard),
    slides: slides.length + 1,
    source: speaker ? cover.origin.file : null,
  };
}

function personCard({ name, role, org, accent }: Person): PersonCard {
  return { name, role, org, accent: accentColor(accent, 'var(--ink-soft)') };
}
