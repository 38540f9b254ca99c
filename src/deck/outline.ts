import { plainText } from '../content/summary/markup.ts';
import type { Deck } from './deck.ts';
import { type CoverSlide, kindOf, type Slide } from './kinds/slides.ts';

/** An entry in a deck's outline, shown as bookmarks in PDF readers. */
export interface OutlineEntry {
  readonly title: string;
  /** 0-based; the cover is 0. */
  readonly slide: number;
  readonly children: readonly OutlineEntry[];
}

interface Growing extends OutlineEntry {
  readonly children: Growing[];
}

/**
 * The titles of a deck's slides; a section in several parts is listed once. In the Q&A deck, questions are below their
 * topics, and people who answer on slides of their own are below the question.
 */
export function outlineOf(deck: Deck): readonly OutlineEntry[] {
  const entries: Growing[] = [];
  /** Possible parents of the next slide. */
  let topic: { readonly name: string; readonly entry: Growing } | null = null;
  let question: Growing | null = null;
  [deck.cover, ...deck.slides].forEach((slide, index) => {
    if (slide.part && slide.part.index > 1) return;
    const entry: Growing = { title: titleOf(slide), slide: index, children: [] };
    switch (slide.kind) {
      case 'question':
        if (topic?.name !== slide.topic) {
          topic = { name: slide.topic, entry: { ...entry, title: slide.topic, children: [] } };
          entries.push(topic.entry);
        }
        question = entry;
        topic.entry.children.push(entry);
        break;
      case 'answer':
        question?.children.push(entry);
        break;
      case 'answers':
        break;
      default:
        entries.push(entry);
    }
  });
  return entries;
}

/** Keywords of a deck: its topics, speakers, and their organisations, without duplicates. */
export function keywordsOf({ cover, slides }: Deck): readonly string[] {
  const topics = slides.flatMap((slide) =>
    slide.kind === 'index' ? slide.questions.map(({ topic }) => topic) : [],
  );
  const people = [...cover.people, ...slides.flatMap((slide) => kindOf(slide).people?.(slide) ?? [])];
  const names = people.map(({ name }) => name);
  const orgs = people.flatMap(({ org }) => (org === null ? [] : [org]));
  const organizer = cover.organizer === null ? [] : [cover.organizer];
  return [...new Set([...topics, ...names, ...orgs, ...organizer])];
}

/** A slide that other decks may link to. */
export interface DeckTarget {
  /** Slug of the deck. */
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
}

export interface DeckTargets {
  /** First slides of a person's talks, by name. */
  readonly talks: ReadonlyMap<string, readonly DeckTarget[]>;
  /** Slides of questions, by number of the exchange. */
  readonly questions: ReadonlyMap<number, DeckTarget>;
  /** First slide of the Q&A deck; null if there is none. */
  readonly qa: DeckTarget | null;
}

/** Targets of links between the decks of a meetup. @param decks after pagination */
export function deckTargets(decks: readonly Deck[]): DeckTargets {
  const talks = talkTargets(
    decks.map(({ slug, speakers }) => ({ slug, names: speakers.map(({ name }) => name) })),
  );
  const qa = decks.find(({ kind }) => kind === 'qa');
  const questions = new Map<number, DeckTarget>();
  qa?.slides.forEach((slide, index) => {
    if (slide.kind === 'question') questions.set(slide.number, { deck: qa.slug, slide: index + 2 });
  });
  return {
    talks,
    questions,
    qa: qa ? { deck: qa.slug, slide: 1 } : null,
  };
}

/** First slides of each speaker's talks. @param talks in order */
export function talkTargets(
  talks: readonly { readonly slug: string; readonly names: readonly string[] }[],
): DeckTargets['talks'] {
  const targets = new Map<string, DeckTarget[]>();
  for (const { slug, names } of talks) {
    for (const name of names) targets.set(name, [...(targets.get(name) ?? []), { deck: slug, slide: 1 }]);
  }
  return targets;
}

/** A slide's title in a list of slides. */
export function titleOf(slide: Slide | CoverSlide): string {
  if (slide.kind === 'answer') return slide.person.name;
  const title = plainText(slide.title);
  return slide.kind === 'question' ? `Q${slide.number} ${title}` : title;
}
