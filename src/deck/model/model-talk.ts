import { formatCitation } from '../../content/parse/citation.ts';
import type { CitedText, Event, Talk } from '../../content/summary/meetup.ts';
import type { Deck } from '../deck.ts';
import type { Slide } from '../kinds/slides.ts';
import { labelsFor } from '../labels.ts';
import { type Person, type QuestionLink, text } from '../slide.ts';
import { modelSections } from './model-section.ts';
import { wholeDeck } from './parts.ts';

export interface TalkToModel {
  readonly event: Event;
  readonly talk: Talk;
  /** Who gives it. */
  readonly person: Person;
  /** What the speaker answered, in order. */
  readonly questions: readonly QuestionLink[];
}

/** A speaker's deck: cover, speaker, agenda, sections, takeaway, the questions that were answered. */
export function modelTalk({ event, talk, person, questions }: TalkToModel): Deck {
  const labels = labelsFor(event.lang);
  const file = talk.source.path;
  const base = wholeDeck(file);
  const sections = modelSections(file, talk.sections);
  const openings = talk.sections.filter(({ isOpening }) => isOpening).length;
  // A pause between sections, which the footer does not count, is no item of the agenda.
  const counted = sections.filter(({ place }, index) => place !== null && !talk.sections[index]?.isContinued);

  const slides: readonly Slide[] = [
    {
      ...base,
      kind: 'speaker',
      title: text(labels.speaker),
      person,
      facts: talk.facts.map((fact) => text(fact.text)),
      sources: citations(talk.facts),
      origin: { file, line: talk.speakerAt.line },
    },
    ...sections.slice(0, openings),
    ...(counted.length > 1
      ? [
          {
            ...base,
            kind: 'agenda',
            title: text(labels.agenda),
            items: counted.map(({ title, origin }) => ({ title, origin })),
            start: 1,
          } as const,
        ]
      : []),
    ...sections.slice(openings),
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
    {
      ...base,
      kind: 'closing',
      title: text(labels.thanks),
      text: event.closing ?? (questions.length > 0 ? labels.goOn : null),
      leadsOn: event.closing === null && questions.length > 0,
      event: event.title,
      organizer: event.organizer,
      people: [person],
    },
  ];
  return {
    kind: 'speaker',
    slug: talk.slug,
    title: talk.title,
    lang: event.lang,
    author: talk.speaker,
    speaker: person,
    accent: person.accent ?? 0,
    look: event.look,
    reveal: talk.reveal ?? event.reveal,
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
