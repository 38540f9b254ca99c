import { expect, test } from 'vitest';
import { adviceOf, bodyAdvice } from './advice-of.ts';

test('a talk without a number or anything to look at, at its title', () => {
  expect(bodyAdvice('no-figures', '\n## a\n\n- b\n')).toEqual(['3:1+12']);
});

test.each([
  ['a number', '- 3 \u5E74'],
  ['a Chinese number', '- \u4E09\u767E\u4EBA'],
  ['a number in a table', '| a |\n|---|\n| 5 |'],
  ['a picture', '![a](../assets/a.png)'],
  ['a picture in a text', 'a ![a](../assets/a.png) b\n\nc'],
  ['a diagram', '```mermaid\nflowchart LR\n  a --> b\n```'],
])('not with %s', (_, block) => {
  expect(bodyAdvice('no-figures', `\n## a\n\n${block}\n`)).toEqual([]);
});

test('nor with one in front matter', () => {
  const head =
    '---\nspeaker: \u9EC4\u4E1C\u65ED\ntitle: a\ntakeaway: b\nfacts: [5 \u5E74]\n---\n\n## a\n\n- b\n';
  expect(adviceOf('no-figures', { 'talks/01-huang.md': head })).toEqual([]);
});

test.each([
  ['a name with a digit', '- GPT-3 \u548C H264'],
  ['a numbered list', '1. a\n2. b'],
  ['a number that only the note has', '- a\n\n<!-- 3 \u5E74 -->'],
  ['a portrait', '- a'],
])('%s is none', (_, block) => {
  expect(bodyAdvice('no-figures', `\n## a\n\n${block}\n`)).toHaveLength(1);
});
