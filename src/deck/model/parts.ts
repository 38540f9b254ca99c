import { assetPath } from '../../content/summary/asset.ts';
import type { Exchange, Meetup } from '../../content/summary/meetup.ts';
import type { Person, QuestionLink, SlideBase } from '../slide.ts';

/** Colours in the theme's palette; with more talks than that, colours come round again. */
const ACCENTS = 8;

/** Finds a person by the exact name; who gave no talk has a name only. */
export type People = (name: string) => Person;

export function createPeople({ event, talks }: Meetup): People {
  const { accents } = event.look;
  const speakers = new Map(
    talks.map(({ source, speaker, role, org, accent, portrait }, index): [string, Person] => [
      speaker,
      {
        name: speaker,
        role,
        org,
        accent: accent?.color ?? accents[index % accents.length] ?? index % ACCENTS,
        portrait: portrait && assetPath(source.path, portrait.ref),
      },
    ]),
  );
  return (name) => speakers.get(name) ?? { name, role: null, org: null, accent: null, portrait: null };
}

/** @param index place of the exchange in the meetup, from 0 */
export function questionLink({ question, askedBy }: Exchange, index: number): QuestionLink {
  return { question: question.text, number: index + 1, askedBy };
}

/** What a slide has that belongs to the deck as a whole. @param file path of its summary, relative to the root */
export function wholeDeck(file: string): Omit<SlideBase, 'title'> {
  return { part: null, place: null, density: 0, notes: [], sources: [], origin: { file, line: 1 } };
}
