import { plainText } from '../content/summary/markup.ts';
import type { Deck } from './deck.ts';
import { type CoverSlide, kindOf, type Slide } from './kinds/slides.ts';

/** What a deck's outline names; readers call it bookmarks. */
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
 * The slides of a deck by title, a section in several parts once. In the Q&A deck, questions stand below their
 * topics, and below a question those who answer it on slides of their own.
 */
export function outlineOf(deck: Deck): readonly OutlineEntry[] {
  const entries: Growing[] = [];
  /** What the next slide may belong to. */
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

/** What a library's catalogue would file a deck under: its topics, who speaks, and for whom. Each once. */
export function keywordsOf({ cover, slides }: Deck): readonly string[] {
  const topics = slides.flatMap((slide) =>
    slide.kind === 'index' ? slide.topics.map(({ name }) => name) : [],
  );
  const people = [...cover.people, ...slides.flatMap((slide) => kindOf(slide).people?.(slide) ?? [])];
  const names = people.map(({ name }) => name);
  const orgs = people.flatMap(({ org }) => (org === null ? [] : [org]));
  const organizer = cover.organizer === null ? [] : [cover.organizer];
  return [...new Set([...topics, ...names, ...orgs, ...organizer])];
}

/** A slide that a link may lead to from another deck. */
export interface DeckTarget {
  /** Slug. */
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
}

export interface DeckTargets {
  /** The first slides of a person's talks, by the person's name. */
  readonly talks: ReadonlyMap<string, readonly DeckTarget[]>;
  /** The slide of a question, by the number of the exchange. */
  readonly questions: ReadonlyMap<number, DeckTarget>;
  /** The first slide of the Q&A deck; null where there is none. */
  readonly qa: DeckTarget | null;
}

/** What the decks of a meetup may link to in each other. @param decks with all slides that they will have */
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

/** Where each speaker's talks begin. @param talks in order */
export function talkTargets(
  talks: readonly { readonly slug: string; readonly names: readonly string[] }[],
): DeckTargets['talks'] {
  const targets = new Map<string, DeckTarget[]>();
  for (const { slug, names } of talks) {
    for (const name of names) targets.set(name, [...(targets.get(name) ?? []), { deck: slug, slide: 1 }]);
  }
  return targets;
}

function titleOf(slide: Slide | CoverSlide): string {
  if (slide.kind === 'answer') return slide.person.name;
  const title = plainText(slide.title);
  return slide.kind === 'question' ? `Q${slide.number} ${title}` : title;
}
