import { plainText } from '../../content/summary/markup.ts';
import type { Meetup } from '../../content/summary/meetup.ts';
import type { Deck } from '../deck.ts';
import { labelsFor } from '../labels.ts';
import { text } from '../slide.ts';
import { frontSlug, modelFront } from './model-front.ts';
import { modelSections } from './model-section.ts';
import { endSlides, eveningDeck, eveningFacts, eveningLinks, wholeDeck } from './parts.ts';
import { hasTimes } from './programme.ts';

/**
 * The deck that opens the evening: a cover, the programme, and sections of event.md; null if there is no content for
 * it.
 * @param decks of the talks and the questions, in order
 */
export function modelOpening(meetup: Meetup, decks: readonly Deck[]): Deck | null {
  const { source, title, sections, ending, notes, reveal } = meetup.event;
  const own = sections.slice(0, ending?.first);
  if (own.length === 0 && notes.length === 0 && !hasTimes(meetup)) return null;
  const front = modelFront(meetup, decks);
  return {
    ...front,
    kind: 'opening',
    slug: frontSlug(title, slugsOf(decks)),
    reveal,
    cover: { ...front.cover, notes },
    slides: [...front.slides, ...modelSections(source.path, own, meetup.event.look.theme)],
  };
}

/**
 * The deck that closes the evening: sections of event.md below a closing heading; null if there is none.
 * @param decks all others
 */
export function modelClosing({ event }: Meetup, decks: readonly Deck[]): Deck | null {
  const { source, sections, ending } = event;
  if (!ending) return null;
  const labels = labelsFor(event.lang, event.labels);
  const base = wholeDeck(source.path);
  const name = plainText(ending.title.inlines);
  return {
    kind: 'closing',
    slug: frontSlug(`${event.title} ${name}`, slugsOf(decks)),
    title: `${event.title} \u00b7 ${name}`,
    ...eveningDeck(event),
    cover: {
      ...base,
      kind: 'cover',
      notes: ending.notes,
      title: ending.title.inlines,
      subtitle: null,
      event: event.title,
      ...eveningFacts(event),
      people: [],
      origin: { file: source.path, line: ending.line },
    },
    slides: [
      ...modelSections(source.path, sections.slice(ending.first), event.look.theme),
      ...endSlides(
        {
          ...base,
          kind: 'closing',
          title: text(labels.thanks),
          text: event.closing,
          leadsOn: false,
          event: event.title,
          organizer: event.organizer,
          people: [],
        },
        eveningLinks(event, labels),
        labels,
      ),
    ],
  };
}

function slugsOf(decks: readonly Deck[]): readonly string[] {
  return decks.map(({ slug }) => slug);
}
