import { expect, test } from 'vitest';
import type { Manifest, StageDeck } from '../../../src/present/manifest.ts';
import {
  coverAt,
  coveredBy,
  coverMove,
  leaveSlide,
  toggleBlank,
  UNCOVERED,
  uncover,
} from '../../../src/present/pages/cover-state.ts';

const deck = (first: number, count: number) => ({ first, count }) as StageDeck;
const evening: Pick<Manifest, 'decks' | 'breaks'> = {
  decks: [deck(1, 2), deck(3, 3), deck(6, 1)],
  breaks: [
    { title: 'Coffee', time: '20:00', minutes: 15, after: 0 },
    { title: 'Pizza', time: '21:00', minutes: null, after: 1 },
  ],
};
const forward = (state: typeof UNCOVERED, slide: number, now = 0, isEnd = true) =>
  coverMove(evening, state, { slide, isForward: true, isEnd, now });
const back = (state: typeof UNCOVERED, slide: number) =>
  coverMove(evening, state, { slide, isForward: false, isEnd: true, now: 0 });
const coffee = forward(UNCOVERED, 2)?.state ?? UNCOVERED;

test('a break follows the last click of a deck, and leads to the next one', () => {
  expect(forward(UNCOVERED, 2, 0, false)).toBeNull();
  expect(forward(UNCOVERED, 1)).toBeNull();
  expect(coverAt(evening, coffee, 2)).toEqual({ kind: 'break', index: 0, until: 15 * 60_000 });
  expect(forward(coffee, 2)).toEqual({ state: { ...coffee, isPaused: false }, go: 3 });
  expect(back(coffee, 2)).toEqual({ state: { ...coffee, isPaused: false }, go: null });
  expect(back(UNCOVERED, 3)).toBeNull();
  expect(forward(UNCOVERED, 5, 7)?.state.pause).toEqual({ kind: 'break', index: 1, until: null });
});

test('its clock keeps running while something else is shown, and restarts once it has run out', () => {
  const looked = back(coffee, 2)?.state ?? UNCOVERED;
  expect(forward(looked, 2, 60_000)?.state).toEqual(coffee);
  expect(forward(looked, 2, 15 * 60_000)?.state.pause?.until).toBe(30 * 60_000);
});

test('black and white lie over it', () => {
  const black = toggleBlank(coffee, 'black');
  expect(coverAt(evening, black, 2)).toEqual({ kind: 'black' });
  expect(coverAt(evening, toggleBlank(black, 'white'), 2)).toEqual({ kind: 'white' });
  expect(toggleBlank(black, 'black')).toEqual(coffee);
  expect(forward(black, 2)).toEqual({ state: coffee, go: null });
  expect(uncover(black)).toEqual(coffee);
  expect(coverAt(evening, uncover(coffee), 2)).toBeNull();
});

test('it is seen at its slide alone, and over when that is left', () => {
  // A window that is told before it gets there.
  expect(coverAt(evening, coffee, 1)).toBeNull();
  expect(leaveSlide(evening, coffee, 1)).toEqual(coffee);
  expect(coverAt(evening, leaveSlide(evening, coffee, 2), 2)).toBeNull();
});

test('what another machine sees is seen here', () => {
  for (const cover of [null, { kind: 'black' as const }, { kind: 'break' as const, index: 0, until: 5 }])
    expect(coverAt(evening, coveredBy(cover), 2)).toEqual(cover);
});
