import { expect, test } from 'vitest';
import { bodyAdvice, englishAdvice } from './advice-of.ts';

test('more than two lines of Chinese', () => {
  expect(bodyAdvice('long-point', `\n## a\n\n- ${'\u5B57'.repeat(68)}\n`)).toEqual([]);
  expect(bodyAdvice('long-point', `\n## a\n\n- b\n- ${'\u5B57'.repeat(69)}\n`)).toEqual(['10:1+71']);
});

test('more than two lines of English, which is narrower', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'slide').join(' ');
  expect(englishAdvice('long-point', `\n## a\n\n- ${words(22)}\n`)).toEqual([]);
  expect(englishAdvice('long-point', `\n## a\n\n- ${words(28)}\n`)).toEqual(['9:1+169']);
});

test('points below others, and over several lines of the file', () => {
  const long = `${'\u5B57'.repeat(40)}\n    ${'\u5B57'.repeat(40)}`;
  expect(bodyAdvice('long-point', `\n## a\n\n- b\n  - ${long}\n`)).toEqual(['10:3+42']);
});

test('neither paragraphs, notes, quotes nor citations', () => {
  const long = '\u5B57'.repeat(100);
  expect(bodyAdvice('long-point', `\n## a\n\n${long}\n\n- b\n\n<!-- ${long} -->\n`)).toEqual([]);
  expect(bodyAdvice('long-point', `\n## a\n\n> ${long}\n`)).toEqual([]);
  expect(bodyAdvice('long-point', `\n## a\n\n- ${'\u5B57'.repeat(68)} [L1-2, L3-4, L5-6]\n`)).toEqual([]);
});
