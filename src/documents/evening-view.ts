import type { Shape } from '../content/kinds/shapes.ts';
import { formatCitation } from '../content/parse/citation.ts';
import type { Block, Citation, Inline, Prose } from '../content/summary/markup.ts';
import type { Exchange, Meetup, Section, Talk } from '../content/summary/meetup.ts';
import { momentOf, type Recording } from '../content/summary/recording.ts';
import { citationsOf } from '../content/summary/statements.ts';
import { formatDays } from '../deck/dates.ts';
import type { Deck } from '../deck/deck.ts';
import { labelsFor } from '../deck/labels.ts';
import { codedLinks, createPeople, type People } from '../deck/model/parts.ts';
import { hasTimes, programmeEntries } from '../deck/model/programme.ts';
import type { Person } from '../deck/slide.ts';
import { titleOf } from '../site/page-parts.ts';
import { siteWords } from '../site/site-words.ts';

/** The meetup as a document describes it. */
export interface EveningToTell {
  readonly meetup: Meetup;
  /** The decks to include, in order, before pagination. */
  readonly decks: readonly Deck[];
  /** Whether these are all: then the document also has the evening's own facts and programme. */
  readonly isWhole: boolean;
  readonly recording: Recording | null;
  readonly shows: { readonly notes: boolean; readonly sources: boolean };
}

/** Writes a summary's content in the markup of a document. */
export interface Writer<T> {
  text(text: string): T;
  inlines(inlines: readonly Inline[]): T;
  blocks(blocks: readonly Block[]): T;
  /** The main part of a section. */
  shape(shape: Shape): T;
}

export interface Writers<T> {
  /** @param file path of the summary, relative to the root @param depth level of headings within sections */
  of(file: string, deck: Pick<Deck, 'lang' | 'labels'>, depth: 4 | 5): Writer<T>;
  /** Footnotes referred to so far, in numerical order. */
  footnotes(): readonly T[];
}

/**
 * Context of the templates of documents, `templates/documents/evening.*.hbs`; docs/export.md documents it.
 * @param writers of one document
 */
export function eveningView<T>(evening: EveningToTell, writers: Writers<T>) {
  const { meetup, decks, isWhole } = evening;
  const { event } = meetup;
  const labels = labelsFor(event.lang, event.labels);
  const people = createPeople(meetup);
  const own = writers.of(event.source.path, { lang: event.lang, labels }, 4);
  const text = (value: string | null) => (value === null ? null : own.text(value));
  const parts = decks.map((deck) => partView(evening, deck, people, writers));
  return {
    lang: event.lang,
    labels,
    words: siteWords(event.lang),
    title: own.text(event.title),
    subtitle: text(event.subtitle),
    isWhole,
    date: text(event.date && formatDays(event.date, event.lang)),
    venue: text(event.venue),
    host: text(event.host),
    organizer: text(event.organizer),
    recording: evening.recording?.url ?? event.recording,
    site: event.site,
    hasTimes: hasTimes(meetup),
    programme: programmeEntries(meetup, decks).map(({ kind, title, speakers, time, note }) => ({
      kind,
      time: text(time),
      title: own.text(title),
      people: text(speakers.map(({ name }) => name).join(', ') || null),
      note: text(note),
    })),
    parts,
    links: isWhole ? linksView(codedLinks(event.links, labels), own) : [],
    footnotes: writers.footnotes().map((footnote, index) => ({ number: index + 1, text: footnote })),
  };
}

function partView<T>(evening: EveningToTell, deck: Deck, people: People, writers: Writers<T>) {
  const { meetup } = evening;
  const { event } = meetup;
  const talk = meetup.talks.find(({ slug }) => deck.kind === 'speaker' && slug === deck.slug);
  const file = talk?.source.path ?? event.source.path;
  const writer = writers.of(file, deck, 4);
  const { ending } = event;
  const ofEvent =
    deck.kind === 'closing'
      ? event.sections.slice(ending?.first ?? event.sections.length)
      : event.sections.slice(0, ending?.first);
  const sections = talk?.sections ?? (deck.kind === 'qa' ? [] : ofEvent);
  return {
    kind: deck.kind,
    lang: deck.lang,
    labels: deck.labels,
    title: writer.text(titleOf(deck, meetup)),
    ...(talk ? talkView(evening, talk, deck, people, writer) : NO_TALK),
    notes: notesOf(evening, talk?.notes ?? [], writer),
    sections: sections.map((section) => sectionView(evening, section, writer)),
    exchanges:
      deck.kind === 'qa'
        ? meetup.exchanges.map((exchange, index) =>
            exchangeView(evening, exchange, index, deck, people, writers),
          )
        : [],
  };
}

const NO_TALK = { people: [], takeaway: null, sources: [], moment: null, facts: [], links: [] } as const;

function talkView<T>(
  evening: EveningToTell,
  talk: Talk,
  { labels }: Deck,
  people: People,
  writer: Writer<T>,
) {
  const links = [
    ...codedLinks(talk.links, labels),
    ...talk.speakers.flatMap((speaker) =>
      codedLinks(speaker.links, labels, talk.speakers.length > 1 ? speaker.name : null),
    ),
  ];
  return {
    people: talk.speakers.map(({ name }) => personView(people(name), writer)),
    takeaway: writer.text(talk.takeaway.text),
    ...sourcesOf(evening, talk.takeaway.citations),
    facts: talk.facts.map(({ text }) => writer.text(text)),
    links: linksView(links, writer),
  };
}

function sectionView<T>(evening: EveningToTell, section: Section, writer: Writer<T>) {
  const { title, lead, shape, aside, notes, statements, isContinued, isOpening } = section;
  const words = (prose: Prose | null) => prose && writer.inlines(prose.inlines);
  return {
    // A continued section, and one with the talk's title, gets no heading.
    title: isContinued || isOpening ? null : words(title),
    lead: words(lead),
    kind: shape.kind,
    shape: writer.shape(shape),
    aside: words(aside),
    notes: notesOf(evening, notes, writer),
    ...sourcesOf(evening, citationsOf(statements)),
  };
}

function exchangeView<T>(
  evening: EveningToTell,
  { source, question, askedBy, askedTo, topic, notes, answers }: Exchange,
  index: number,
  deck: Deck,
  people: People,
  writers: Writers<T>,
) {
  const writer = writers.of(source.path, deck, 5);
  return {
    number: index + 1,
    question: writer.text(question.text),
    topic: writer.text(topic),
    askedBy: writer.text(askedBy.typed),
    askedTo: askedTo.length === 0 ? null : writer.text(askedTo.map(({ typed }) => typed).join(', ')),
    notes: notesOf(evening, notes, writer),
    ...sourcesOf(evening, question.citations),
    answers: answers.map((answer) => ({
      ...personView(people(answer.respondent.name), writer),
      blocks: writer.blocks(answer.blocks),
      notes: notesOf(evening, answer.notes, writer),
      ...sourcesOf(evening, citationsOf(answer.statements)),
    })),
  };
}

function personView<T>({ name, role, org }: Person, writer: Writer<T>) {
  const about = [role, org].filter((text) => text !== null).join(' \u00b7 ');
  return { name: writer.text(name), about: about === '' ? null : writer.text(about) };
}

function linksView<T>(links: ReturnType<typeof codedLinks>, writer: Writer<T>) {
  return links.map(({ name, owner, href }) => ({
    name: writer.text(owner === null ? name : `${owner} \u00b7 ${name}`),
    href,
  }));
}

/** Speaker notes, if the organiser publishes them. */
function notesOf<T>({ shows }: EveningToTell, blocks: readonly Block[], writer: Writer<T>): T | null {
  return shows.notes && blocks.length > 0 ? writer.blocks(blocks) : null;
}

/** Lines of the transcript, if the organiser publishes them, and the second in the recording. */
function sourcesOf({ recording, shows }: EveningToTell, citations: readonly Citation[]) {
  const [first] = citations;
  return {
    moment: recording && first ? momentOf(recording, first.first) : null,
    sources: shows.sources ? [...new Set(citations.map(formatCitation))] : [],
  };
}
