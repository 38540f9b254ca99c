import type { Meetup } from '../../content/summary/meetup.ts';
import type { Deck, ProgrammeEntry } from '../deck.ts';
import { frontSlug } from '../front-slug.ts';
import { labelsFor } from '../labels.ts';
import { text } from '../text.ts';
import { wholeDeck } from '../whole-deck.ts';

/** What stands in front of all decks of a meetup: a cover, and the programme. @param decks of the meetup, in order */
export function modelFront({ event, exchanges }: Meetup, decks: readonly Deck[]): Deck {
  const labels = labelsFor(event.lang);
  const base = wholeDeck(event.source.path);
  const entries = decks.map(
    ({ kind, slug, title, speaker }, index): ProgrammeEntry => ({
      number: index + 1,
      title: kind === 'qa' ? labels.qa : title,
      deck: slug,
      speaker,
      questions: kind === 'qa' ? exchanges.length : 0,
    }),
  );
  return {
    kind: 'meetup',
    slug: frontSlug(
      event.title,
      decks.map(({ slug }) => slug),
    ),
    title: event.title,
    lang: event.lang,
    author: event.organizer ?? event.host ?? event.title,
    speaker: null,
    accent: null,
    look: event.look,
    reveal: false,
    cover: {
      ...base,
      kind: 'cover',
      title: text(event.title),
      subtitle: event.subtitle,
      event: null,
      date: event.date,
      host: event.host,
      organizer: event.organizer,
      people: entries.flatMap(({ speaker }) => (speaker ? [speaker] : [])),
    },
    slides: [{ ...base, kind: 'programme', title: text(labels.programme), entries }],
  };
}
