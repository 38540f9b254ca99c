import { formatCitation } from '../content/citation.ts';
import type { CitedText, Meetup, Talk } from '../content/meetup.ts';
import type { Deck, Slide } from './deck.ts';
import { labelsFor } from './labels.ts';
import { modelSection } from './model-section.ts';
import type { People } from './people.ts';
import { questionLink } from './question-link.ts';
import { text } from './text.ts';

/** A speaker's deck: cover, speaker, agenda, sections, takeaway, the questions that were answered. */
export function modelTalk({ event, exchanges }: Meetup, talk: Talk, people: People): Deck {
  const labels = labelsFor(event.lang);
  const person = people(talk.speaker);
  const file = talk.source.path;
  const base = { part: null, notes: [], sources: [], origin: { file, line: 1 } };
  const sections = talk.sections.map((section) => modelSection(file, section));
  const questions = exchanges
    .map((exchange, index) => ({ exchange, link: questionLink(exchange, index) }))
    .filter(({ exchange }) => exchange.answers.some(({ respondent }) => respondent.name === talk.speaker))
    .map(({ link }) => link);

  const slides: readonly Slide[] = [
    {
      ...base,
      kind: 'speaker',
      title: text(labels.speaker),
      person,
      facts: talk.facts.map((fact) => text(fact.text)),
      portrait: talk.portrait?.ref ?? null,
      sources: citations(talk.facts),
      origin: { file, line: talk.speakerAt.line },
    },
    ...(sections.length > 1
      ? [
          {
            ...base,
            kind: 'agenda',
            title: text(labels.agenda),
            items: sections.map(({ title }) => title),
            start: 1,
          } as const,
        ]
      : []),
    ...sections,
    {
      ...base,
      kind: 'takeaway',
      title: text(labels.takeaway),
      text: text(talk.takeaway.text),
      person,
      sources: citations([talk.takeaway]),
      origin: { file, line: talk.takeaway.at.line },
    },
    ...(questions.length > 0
      ? [{ ...base, kind: 'answered', title: text(labels.answered), questions } as const]
      : []),
  ];
  return {
    kind: 'speaker',
    slug: talk.slug,
    title: talk.title,
    lang: event.lang,
    author: talk.speaker,
    accent: person.accent ?? 0,
    cover: {
      ...base,
      kind: 'cover',
      notes: talk.notes,
      title: text(talk.title),
      subtitle: null,
      event: event.title,
      date: event.date,
      host: event.host,
      organizer: event.organizer,
      people: [person],
    },
    slides,
  };
}

function citations(texts: readonly CitedText[]): readonly string[] {
  return [...new Set(texts.flatMap(({ citations: found }) => found.map(formatCitation)))];
}
