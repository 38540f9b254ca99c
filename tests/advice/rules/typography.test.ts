import { expect, test } from 'vitest';
import { bodyAdvice, englishAdvice } from './advice-of.ts';

test.each([
  ['behind a full-width comma', '- \u7528\uFF0C \u505A', '8:5+1'],
  ['in front of a full-width stop', '- TiDB \u3002', '8:7+1'],
  ['inside full-width brackets', '- \u7528\uFF08 \u505A\uFF09', '8:5+1'],
  ['two between words', '- \u7528  TiDB', '8:4+2'],
  ['two between Chinese words', '- \u7528  \u505A', '8:4+2'],
  ['a full-width one beside another', '- \u7528 \u3000\u505A', '8:4+2'],
  ['a no-break one', '- \u7528\uFF0C\u00A0\u505A', '8:5+1'],
])('%s', (_, body, at) => {
  expect(bodyAdvice('extra-space', `## a\n\n${body}\n`)).toEqual([at]);
});

test.each([
  ['one between Chinese and Latin', '- \u7528 TiDB \u505A'],
  ['one between Chinese words', '- \u4E0A\u5348 \u5F00\u573A'],
  [
    'beside a mark, where Markdown needs it',
    '- **\u7ED3\u8BBA\uFF1A** \u597D\n- \u7528 **\u300A\u4E66\u300B** \u505A',
  ],
  ['in front of a citation', '- \u7528\u3002 [L1]'],
  ['at the edge of a line', '- \u7528\uFF0C  \n  \u505A'],
  ['beside code', '- \u7528\uFF0C `a  b` \u505A'],
  ['in a fence', '```\n\u7528\uFF0C  \u505A\n```'],
  ['the padding of a table', '| a  |  b   |\n|----|------|\n| \u7528  |  \u505A\uFF0C  |'],
])('not %s', (_, body) => {
  expect(bodyAdvice('extra-space', `## a\n\n${body}\n`)).toEqual([]);
});

test('not in English', () => {
  expect(englishAdvice('extra-space', '## a\n\n- One.  Two \u3002\n')).toEqual([]);
});
