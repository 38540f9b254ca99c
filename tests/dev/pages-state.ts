import type { DeckCard, DevState, FindingCard, QuestionCard } from '../../src/dev/state/dev-state.ts';

/** Would be markup, a style or an attribute if it were not escaped. */
export const HOSTILE = '<img src=x onerror="document.title=1"> {{ 6*7 }} "\'';

export function deckCard(slug: string, rest: Partial<DeckCard> = {}): DeckCard {
  return {
    slug,
    kind: 'speaker',
    title: `Talk of ${slug}`,
    accent: 'var(--accent-1)',
    people: [
      {
        name: slug.toUpperCase(),
        monogram: slug.slice(0, 1).toUpperCase(),
        role: 'CTO',
        org: 'Acme',
        accent: 'var(--accent-1)',
      },
    ],
    hosts: null,
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

export function devState(rest: Partial<DevState> = {}): DevState {
  return {
    event: {
      title: 'The event',
      subtitle: null,
      date: '2026-11-20',
      lang: 'en',
      look: 'quiet',
      ratio: '16/9',
    },
    decks: [deckCard('ada'), deckCard('ben'), deckCard('qa', { kind: 'qa', source: null, people: [] })],
    questions: [],
    findings: [],
    problem: null,
    ...rest,
  };
}
