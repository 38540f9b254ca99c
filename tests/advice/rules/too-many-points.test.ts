import { expect, test } from 'vitest';
import { adviceOf, bodyAdvice } from './advice-of.ts';

const points = (count: number, mark = '-') => Array.from({ length: count }, () => `${mark} a`).join('\n');

test('more than seven, at the first of them', () => {
  expect(bodyAdvice('too-many-points', `\n## a\n\n${points(7)}\n`)).toEqual([]);
  expect(bodyAdvice('too-many-points', `\n## a\n\n${points(8)}\n`)).toEqual(['9:1+3']);
});

test('steps, and lists of a text', () => {
  expect(bodyAdvice('too-many-points', `\n## a\n\n${points(8, '1.')}\n`)).toEqual(['9:1+4']);
  expect(bodyAdvice('too-many-points', `\n## a\n\na\n\nb\n\n${points(8)}\n\nc\n`)).toEqual(['13:1+3']);
});

test('more than ten with those below others', () => {
  const nested = (count: number) => `- a\n${Array.from({ length: count }, () => '  - b').join('\n')}\n- c`;
  expect(bodyAdvice('too-many-points', `\n## a\n\n${nested(8)}\n`)).toEqual([]);
  expect(bodyAdvice('too-many-points', `\n## a\n\n${nested(9)}\n`)).toEqual(['9:1+3']);
});

test('answers, each on its own', () => {
  const answers = (first: number, second: number) =>
    `---\nquestion: a\naskedBy: b\ntopic: c\n---\n\n### \u9EC4\u4E1C\u65ED\n\n${points(first)}\n\n### \u5218\u8D85\n\n${points(second)}\n`;
  expect(adviceOf('too-many-points', { 'qa/01-start.md': answers(7, 7) })).toEqual([]);
  expect(adviceOf('too-many-points', { 'qa/01-start.md': answers(7, 8) })).toEqual(['qa/01-start.md:19:1+3']);
});

test('neither notes nor tables', () => {
  expect(bodyAdvice('too-many-points', `\n## a\n\n- a\n\n<!--\n${points(9)}\n-->\n`)).toEqual([]);
  expect(bodyAdvice('too-many-points', `\n## a\n\n| a |\n|---|\n${'| b |\n'.repeat(9)}`)).toEqual([]);
});
