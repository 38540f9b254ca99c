import type { Meetup } from '../content/meetup.ts';
import type { Deck } from './deck.ts';
import { modelQa } from './model-qa.ts';
import { modelTalk } from './model-talk.ts';
import { createPeople } from './people.ts';

/** The decks of a meetup: one for each talk, and the Q&A deck where there are questions. */
export function modelDecks(meetup: Meetup): readonly Deck[] {
  const people = createPeople(meetup);
  const talks = meetup.talks.map((talk) => modelTalk(meetup, talk, people));
  return meetup.exchanges.length > 0 ? [...talks, modelQa(meetup, people)] : talks;
}
