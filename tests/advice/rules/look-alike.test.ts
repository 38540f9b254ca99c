import { expect, test } from 'vitest';
import { bodyAdvice, englishAdvice } from './advice-of.ts';

test.each([
  ['a Kangxi radical', '- \u7528\u2F08', '8:4+1'],
  ['a compatibility form', '- \u91D1\uF90A', '8:4+1'],
  ['a Cyrillic letter in a Latin word', '- P\u0430ris', '8:4+1'],
  ['a Greek letter in a Latin word', '- \u039Fpen source', '8:3+1'],
])('%s', (_, body, at) => {
  expect(bodyAdvice('look-alike', `## a\n\n${body}\n`)).toEqual([at]);
});

test.each([
  ['characters', '- \u7528\u4EBA'],
  ['a Russian word', '- \u041C\u043E\u0441\u043A\u0432\u0430 and Paris'],
  ['a Greek letter beside a Latin one', '- \u0394t, \u03BCs, 5 \u03A9, \u03B1-test'],
  ['code', '- `P\u0430ris`'],
])('not %s', (_, body) => {
  expect(englishAdvice('look-alike', `## a\n\n${body}\n`)).toEqual([]);
});
