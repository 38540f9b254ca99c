import type { Deck, Person, Slide } from './deck.ts';

/** What a library's catalogue would file a deck under: its topics, who speaks, and for whom. Each once. */
export function keywordsOf({ cover, slides }: Deck): readonly string[] {
  const topics = slides.flatMap((slide) =>
    slide.kind === 'index' ? slide.topics.map(({ name }) => name) : [],
  );
  const people = [...cover.people, ...slides.flatMap(peopleOf)];
  const names = people.map(({ name }) => name);
  const orgs = people.flatMap(({ org }) => (org === null ? [] : [org]));
  const organizer = cover.organizer === null ? [] : [cover.organizer];
  return [...new Set([...topics, ...names, ...orgs, ...organizer])];
}

/** Those who speak: a cover leaves out a crowd. */
function peopleOf(slide: Slide): readonly Person[] {
  switch (slide.kind) {
    case 'speaker':
      return [slide.person];
    case 'matrix':
      return slide.people;
    case 'programme':
      return slide.entries.flatMap(({ speaker }) => (speaker ? [speaker] : []));
    default:
      return [];
  }
}
