import type {
  CoverCard,
  DeckCard,
  DevState,
  FindingCard,
  PersonCard,
  QuestionCard,
} from '../../src/dev/state/dev-state.ts';

/** Would be markup, a style or an attribute if it were not escaped. */
export const HOSTILE = '<img src=x onerror="document.title=1"> {{ 6*7 }} "\'';

export function person(name: string, rest: Partial<PersonCard> = {}): PersonCard {
  const monogram = name.slice(0, 1).toUpperCase();
  return { name, monogram, role: 'CTO', org: 'Acme', portrait: null, accent: 'var(--accent-1)', ...rest };
}

/** @param cover what its cover says besides its title and people */
export function deckCard(
  slug: string,
  rest: Partial<DeckCard> = {},
  cover: Partial<CoverCard> = {},
): DeckCard {
  const { title = `Talk of ${slug}`, people = [person(slug.toUpperCase())] } = rest;
  return {
    slug,
    kind: 'speaker',
    title,
    heading: title,
    accent: 'var(--accent-1)',
    people,
    cover: {
      title,
      event: 'The event',
      date: null,
      venue: null,
      subtitle: null,
      people,
      hosts: null,
      density: 0,
      isPanel: false,
      fact: null,
      ground: null,
      logos: [],
      sponsors: [],
      ...cover,
    },
    slides: 9,
    source: `content/talks/01-${slug}.md`,
    ...rest,
  };
}

export function finding(rest: Partial<FindingCard> = {}): FindingCard {
  return {
    severity: 'error',
    code: 'unknown-key',
    file: 'content/talks/01-ada.md',
    line: 4,
    column: 1,
    what: 'There is no field "ogr" here.',
    why: 'It would be ignored.',
    fix: 'Known fields: org.',
    frame: '> 4 | ogr: Acme\n    | ^^^',
    places: [{ deck: 'ada', slide: 2 }],
    isUnread: false,
    ...rest,
  };
}

export function question(number: number, rest: Partial<QuestionCard> = {}): QuestionCard {
  return {
    number,
    id: `content/qa/0${number}.md`,
    text: `Question ${number}`,
    topic: number % 2 === 1 ? 'Odd' : 'Even',
    askedBy: 'Host',
    askedTo: [],
    answeredBy: ['ADA'],
    slide: number * 3,
    ...rest,
  };
}

export const EVENT: NonNullable<DevState['event']> = {
  title: 'The event',
  subtitle: null,
  date: '2026-11-20',
  lang: 'en',
  look: 'quiet',
  canvas: [980, 552],
};

export function devState(rest: Partial<DevState> = {}): DevState {
  return {
    event: EVENT,
    decks: [deckCard('ada'), deckCard('ben'), deckCard('qa', { kind: 'qa', source: null, people: [] })],
    questions: [],
    findings: [],
    problem: null,
    ...rest,
  };
}
