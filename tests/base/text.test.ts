import { expect, test } from 'vitest';
import { counted, plural } from '../../src/base/text.ts';
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

test.each([
  ['en', '1 min', '20 min'],
  ['de', '1 Min.', '20 Min.'],
  ['fr', '1\u00a0min', '20\u00a0min'],
  ['zh-CN', '1\u5206\u949f', '20\u5206\u949f'],
])('minutes in %s are %s and %s', (lang, one, many) => {
  expect([1, 20].map((minutes) => formatMinutes(minutes, lang))).toEqual([one, many]);
});
