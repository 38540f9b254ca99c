import { expect, test } from 'vitest';
import { placesOf, shownFiles } from '../../../src/dev/state/state-of.ts';
import { compileMeetup, EVENT, talk } from '../../compile-meetup.ts';

const TALK = 'content/talks/01-ada.md';
const QUESTION = 'content/qa/01-why.md';
const { value } = compileMeetup({
  'content/event.md': EVENT,
  [TALK]: talk('## One\n\n- a\n\n## Two\n\n- b\n'),
  [QUESTION]:
    '---\nquestion: Why?\naskedBy: Hanna\ntopic: Why\n---\n\n### Ada\n\n- Because.\n\n### Hanna\n\n- I see.\n',
});
const decks = value?.decks.map(({ deck }) => deck) ?? [];
const shown = shownFiles(decks);
const placesIn = (file: string, line: number) => placesOf(line, shown.get(file) ?? []);
const kinds = (places: ReturnType<typeof placesOf>) =>
  places.map(({ deck: slug, slide }) => {
    const deck = decks.find((one) => one.slug === slug);
    return `${slug} ${deck && [deck.cover, ...deck.slides][slide - 1]?.kind}`;
  });

test('a line is on the slide of its section', () => {
  const [one] = placesIn(TALK, 10);
  const [two] = placesIn(TALK, 14);
  expect(kinds([...(one ? [one] : []), ...(two ? [two] : [])])).toEqual(['ada points', 'ada points']);
  expect(two?.slide).toBe((one?.slide ?? 0) + 1);
});

test('a line of the front matter is on the slide that shows it, or on the cover', () => {
  expect(kinds(placesIn(TALK, 1))[0]).toBe('ada cover');
});

test('a line of an answer is in the Q&A deck', () => {
  expect(kinds(placesIn(QUESTION, 9))).toContain('qa answers');
  expect(kinds(placesIn(QUESTION, 2))).toContain('qa question');
});

test('a file that no deck is made of is on no slide', () => {
  expect(placesIn('content/talks/09-new.md', 3)).toEqual([]);
});
