import type { Deck, Person } from '../deck/deck.ts';
import { labelsFor } from '../deck/labels.ts';
import { accentColor } from '../render/accent-color.ts';
import { monogram } from '../render/monogram.ts';
import type { DeckCard, PersonCard } from './state/dev-state.ts';

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
    hosts: hostsOf(deck),
    slides: slides.length + 1,
    source: speaker ? cover.origin.file : null,
  };
}

/** The last line of a cover. */
function hostsOf({ lang, cover: { host, organizer } }: Deck): string | null {
  const labels = labelsFor(lang);
  const parts = [
    ...(host === null ? [] : [`${labels.host} ${host}`]),
    ...(organizer === null ? [] : [`${labels.organizer} ${organizer}`]),
  ];
  return parts.length === 0 ? null : parts.join(' \u00b7 ');
}

function personCard({ name, role, org, accent }: Person): PersonCard {
  return { name, monogram: monogram(name), role, org, accent: accentColor(accent, 'var(--ink-soft)') };
}
