import { formatCitation } from '../../content/parse/citation.ts';
import type { Exchange, Meetup } from '../../content/summary/meetup.ts';
import { citationsOf } from '../../content/summary/statements.ts';
import type { Deck } from '../deck.ts';
import type { Slide } from '../kinds/slides.ts';
import { labelsFor } from '../labels.ts';
import { type Person, text } from '../slide.ts';
import {
  codedLinks,
  endSlides,
  eveningDeck,
  eveningFacts,
  eveningLinks,
  type People,
  questionLink,
  wholeDeck,
} from './parts.ts';

/** The Q&A deck: cover, index, each question with its answers, who answered what. */
export function modelQa(meetup: Meetup, people: People): Deck {
  const { event, exchanges } = meetup;
  const labels = labelsFor(event.lang, event.labels);
  const file = event.source.path;
  const base = wholeDeck(file);
  const respondents = respondentsOf(meetup, people);
  const title = `${event.title} · ${labels.qa}`;
  return {
    kind: 'qa',
    slug: 'qa',
    title,
    ...eveningDeck(event),
    cover: {
      ...base,
      kind: 'cover',
      title: text(labels.qa),
      subtitle: event.subtitle,
      event: event.title,
      ...eveningFacts(event),
      people: respondents,
    },
    slides: [
      {
        ...base,
        kind: 'index',
        title: text(labels.questions),
        questions: exchanges.map((exchange, index) => ({
          ...questionLink(exchange, index),
          topic: exchange.topic,
        })),
      },
      ...exchanges.flatMap((exchange, index) => exchangeSlides(exchange, index, exchanges.length, people)),
      {
        ...base,
        kind: 'matrix',
        title: text(labels.matrix),
        people: respondents,
        rows: exchanges.map((exchange, index) => ({
          ...questionLink(exchange, index),
          answered: respondents.map(({ name }) => answeredBy(exchange, name)),
        })),
      },
      ...endSlides(
        {
          ...base,
          kind: 'closing',
          title: text(labels.thanks),
          text: event.closing,
          leadsOn: false,
          event: event.title,
          organizer: event.organizer,
          people: respondents,
        },
        [
          ...event.people.flatMap((person) => codedLinks(person.links, labels, person.name)),
          ...eveningLinks(event, labels),
        ],
        labels,
      ),
    ],
  };
}

function exchangeSlides(exchange: Exchange, index: number, total: number, people: People): readonly Slide[] {
  const { source, question, askedBy, askedTo, topic, answers } = exchange;
  const base = {
    title: text(question.text),
    part: null,
    place: { label: `Q${index + 1} ${topic}`, index: index + 1, total },
    density: 0,
    number: index + 1,
    ...(answers.some(({ hasFootnotes }) => hasFootnotes) ? { hasFootnotes: true as const } : {}),
  } as const;
  const turns = answers.map((answer) => ({
    person: people(answer.respondent.name),
    blocks: answer.blocks,
    notes: answer.notes,
    sources: citationsOf(answer.statements).map(formatCitation),
    origin: { file: source.path, line: answer.lines.first },
  }));
  const [first, ...others] = turns;
  return [
    {
      ...base,
      kind: 'question',
      topic,
      askedBy: askerOf(people(askedBy.name)),
      askedTo: askedTo.map(({ name }) => people(name)),
      notes: exchange.notes,
      sources: question.citations.map(formatCitation),
      origin: { file: source.path, line: question.at.line },
    },
    ...(first && others.length > 0
      ? [{ ...base, kind: 'answers', answers: turns, notes: [], sources: [], origin: first.origin } as const]
      : turns.map((turn): Slide => ({ ...base, kind: 'answer', ...turn }))),
  ];
}

/** Speakers in the order of their talks, then everyone else who answered. */
function respondentsOf({ talks, exchanges }: Meetup, people: People): readonly Person[] {
  const names = new Set(exchanges.flatMap(({ answers }) => answers.map(({ respondent }) => respondent.name)));
  const speakers = talks
    .flatMap((talk) => talk.speakers.map(({ name }) => name))
    .filter((speaker) => names.has(speaker));
  return [...new Set([...speakers, ...names])].map(people);
}

/** Speakers need no introduction; others keep role and organisation. */
function askerOf(person: Person): Person {
  return person.accent === null ? person : { ...person, role: null, org: null };
}

function answeredBy({ answers }: Exchange, name: string): boolean {
  return answers.some(({ respondent }) => respondent.name === name);
}
