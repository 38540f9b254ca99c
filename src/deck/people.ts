import type { Meetup } from '../content/meetup.ts';
import type { Person } from './deck.ts';

/** Colours in the theme's palette; with more talks than that, colours come round again. */
const ACCENTS = 8;

/** Finds a person by the exact name; who gave no talk has a name only. */
export type People = (name: string) => Person;

export function createPeople({ talks }: Meetup): People {
  const speakers = new Map(
    talks.map(({ speaker, role, org }, index): [string, Person] => [
      speaker,
      { name: speaker, role, org, accent: index % ACCENTS },
    ]),
  );
  return (name) => speakers.get(name) ?? { name, role: null, org: null, accent: null };
}
