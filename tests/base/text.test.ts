import { expect, test } from 'vitest';
import { composed, counted, plural } from '../../src/base/text.ts';
import { formatMinutes } from '../../src/deck/dates.ts';

test.each([
  [0, '0 decks'],
  [1, '1 deck'],
  [2, '2 decks'],
  [999, '999 decks'],
  [1200, '1,200 decks'],
  [1234567, '1,234,567 decks'],
])('%i is counted as %s', (count, words) => {
  expect(counted(count, 'deck')).toBe(words);
});

test('a word may have a plural of its own', () => {
  expect([1, 2].map((count) => counted(count, 'summary', 'summaries'))).toEqual(['1 summary', '2 summaries']);
  expect([1, 2].map((count) => plural(count, 'is', 'are'))).toEqual(['is', 'are']);
});

test('letters typed in parts are composed, and nothing else is put into another form', () => {
  expect(composed('Zoe\u0308 \u1112\u1161\u11ab o\u0302\u0301')).toBe('Zo\u00eb \ud55c \u1ed1');
  const kept = '\u2126 \u212a \uff21 \ufb01 \u00bd \u202ea\u2066 \u0301x \u{1f468}\u200d\u{1f469} \uf900';
  expect(composed(kept)).toBe(kept);
});

test.each([
  ['en', '1 min', '20 min'],
  ['de', '1 Min.', '20 Min.'],
  ['fr', '1\u00a0min', '20\u00a0min'],
  ['zh-CN', '1\u5206\u949f', '20\u5206\u949f'],
])('minutes in %s are %s and %s', (lang, one, many) => {
  expect([1, 20].map((minutes) => formatMinutes(minutes, lang))).toEqual([one, many]);
});
