import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../src/present/manifest.ts';
import {
  breakAfter,
  countChanges,
  deckAt,
  linkTarget,
  movedTo,
  placeIn,
} from '../../../src/present/pages/evening.ts';

/** An evening of decks, each with its slides' looks; a title is the look without what follows a dot. */
function evening(decks: Readonly<Record<string, readonly string[]>>): Pick<Manifest, 'decks' | 'slides'> {
  const slides = Object.values(decks).flatMap((looks, deck) =>
    looks.map((look) => ({
      deck,
      alias: look.startsWith('qa') ? look : null,
      title: look.split('.')[0] ?? '',
      words: '',
      look,
    })),
  );
  let first = 1;
  return {
    slides,
    decks: Object.entries(decks).map(([slug, looks]) => {
      const deck = { slug, title: slug, speakers: [], first, count: looks.length, time: null, minutes: null };
      first += looks.length;
      return deck;
    }),
  };
}

const BEFORE = evening({
  ann: ['cover', 'a', 'b'],
  bob: ['cover', 'c.1', 'd'],
  qa: ['cover', 'qa-1', 'qa-2'],
});

test('a slide belongs to a deck', () => {
  expect([1, 3, 4, 9, 0, 10].map((no) => deckAt(BEFORE, no)?.slug ?? null)).toEqual([
    'ann',
    'ann',
    'bob',
    'qa',
    null,
    null,
  ]);
  expect([0, 1, 3, 4].map((page) => placeIn(BEFORE.decks[1], page))).toEqual([null, 4, 6, null]);
});

describe('a link', () => {
  test.each([
    ['/2', 5, 5],
    ['./3', 5, 6],
    ['/presenter/3', 5, 6],
    ['/qa-2', 7, 9],
    ['/qa-2', 5, null],
    ['/4', 5, null],
    ['talkdeck:ann/2', 5, 2],
    ['talkdeck:qa/3', 5, 9],
    ['talkdeck:gone/1', 5, null],
    ['talkdeck:ann/9', 5, null],
    ['https://example.org/', 5, null],
  ])('%s on slide %i leads to %s', (href, from, to) => {
    expect(linkTarget(BEFORE, from, href)).toBe(to);
  });
});

describe('in another version a slide is', () => {
  const to = (decks: Parameters<typeof evening>[0]) =>
    BEFORE.slides.map((_, index) => movedTo(BEFORE, evening(decks), index + 1));

  test('where it was', () => {
    expect(
      to({ ann: ['cover', 'a', 'b'], bob: ['cover', 'c.1', 'd'], qa: ['cover', 'qa-1', 'qa-2'] }),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
  test('behind those that are new', () => {
    expect(
      to({ ann: ['cover', 'new', 'a', 'b'], bob: ['cover', 'c.1', 'd'], qa: ['cover', 'qa-1', 'qa-2'] }),
    ).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
  test('the one of its title, where it shows something else', () => {
    expect(
      to({ ann: ['cover', 'a', 'b'], bob: ['cover', 'd', 'c.2'], qa: ['cover', 'qa-1', 'qa-2'] }),
    ).toEqual([1, 2, 3, 4, 6, 5, 7, 8, 9]);
  });
  test('at its place, where it is gone; on the last one, where its deck is shorter; the first one without its deck', () => {
    expect(to({ bob: ['cover', 'e'], qa: ['cover', 'qa-1', 'qa-2'] })).toEqual([1, 1, 1, 1, 2, 2, 3, 4, 5]);
  });
  test('the nearest of several that are alike', () => {
    const before = evening({ ann: ['cover', 'x', 'a', 'x'] });
    expect(movedTo(before, evening({ ann: ['cover', 'x', 'b', 'a', 'x'] }), 4)).toBe(5);
  });
});

test('changes are counted: new slides, other ones, and those that are gone', () => {
  const count = (decks: Parameters<typeof evening>[0]) => countChanges(BEFORE, evening(decks));
  const { ann, bob, qa } = {
    ann: ['cover', 'a', 'b'],
    bob: ['cover', 'c.1', 'd'],
    qa: ['cover', 'qa-1', 'qa-2'],
  };
  expect(count({ ann, bob, qa })).toBe(0);
  expect(count({ ann: ['cover', 'b', 'a'], bob, qa })).toBe(0);
  expect(count({ ann: ['cover', 'new', 'a', 'b'], bob, qa })).toBe(1);
  expect(count({ ann, bob: ['cover', 'c.2', 'd'], qa })).toBe(1);
  expect(count({ ann, qa })).toBe(3);
});

test('a break follows the last slide of its deck', () => {
  const breaks = [{ title: 'Tea', time: '20:00', minutes: 10, after: 1 }];
  expect(BEFORE.slides.map((_, index) => breakAfter({ ...BEFORE, breaks }, index + 1))).toEqual([
    ...[null, null, null, null, null],
    0,
    ...[null, null, null],
  ]);
});
