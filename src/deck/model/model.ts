import { type Memory, NO_MEMORY } from '../../base/memory.ts';
import { type Exchange, type Meetup, meetupNames, type Talk } from '../../content/summary/meetup.ts';
import type { Deck } from '../deck.ts';
import type { QuestionLink } from '../slide.ts';
import { modelClosing, modelOpening } from './model-event.ts';
import { modelQa } from './model-qa.ts';
import { modelTalk } from './model-talk.ts';
import { createPeople, questionLink } from './parts.ts';

/**
 * The decks of a meetup: opening, one per talk, Q&A if there are questions, closing.
 * @param memory of earlier runs
 */
export function modelDecks(meetup: Meetup, memory: Memory = NO_MEMORY): readonly Deck[] {
  const { event, exchanges } = meetup;
  const people = createPeople(meetup);
  const answered = answeredBy(exchanges);
  const names = meetupNames(meetup);
  const talks = meetup.talks.map((talk) => {
    const speakers = talk.speakers.map(({ name }) => people(name));
    const questions = questionsOf(talk, answered);
    return memory.recall(`model ${talk.source.path}`, { event, talk, speakers, questions, names }, modelTalk);
  });
  const evening = exchanges.length > 0 ? [...talks, { ...modelQa(meetup, people), names }] : talks;
  const opening = modelOpening(meetup, evening);
  const opened = opening ? [{ ...opening, names }, ...evening] : evening;
  const closing = modelClosing(meetup, opened);
  return closing ? [...opened, { ...closing, names }] : opened;
}

/** Questions answered by any of a talk's speakers, in order. @param answered see `answeredBy` */
export function questionsOf(
  { speakers }: Talk,
  answered: ReadonlyMap<string, readonly QuestionLink[]>,
): readonly QuestionLink[] {
  const links = speakers.flatMap(({ name }) => answered.get(name) ?? []);
  return [...new Map(links.map((link) => [link.number, link])).values()].sort((a, b) => a.number - b.number);
}

/** Questions answered by each person, by name, in order. */
export function answeredBy(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly QuestionLink[]> {
  const links = new Map<string, QuestionLink[]>();
  for (const [index, exchange] of exchanges.entries()) {
    const link = questionLink(exchange, index);
    for (const name of new Set(exchange.answers.map(({ respondent }) => respondent.name))) {
      const known = links.get(name);
      if (known) known.push(link);
      else links.set(name, [link]);
    }
  }
  return links;
}
