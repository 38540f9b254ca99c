import { expect, test } from 'vitest';
import { EVENT } from '../../content/temp-meetup.ts';
import { adviceOf, bodyAdvice } from './advice-of.ts';

test('sections of one talk, however they are written', () => {
  expect(
    bodyAdvice(
      'duplicate-title',
      '\n## TiDB \u7684\u957F\u5904\n\n- a\n\n## tidb\u7684\u957F\u5904\uFF1F {.points}\n\n- b\n',
    ),
  ).toEqual(['11:4+8']);
});

test('sections of the event, and questions', () => {
  expect(adviceOf('duplicate-title', { 'event.md': `${EVENT}\n## a\n\n- b\n\n## a\n\n- c\n` })).toEqual([
    'event.md:11:4+1',
  ]);
  const exchange = '---\nquestion: a?\naskedBy: b\ntopic: c\n---\n\n### \u9EC4\u4E1C\u65ED\n\n- d\n';
  expect(
    adviceOf('duplicate-title', {
      'qa/01-start.md': exchange,
      'qa/02-start.md': exchange.replace('a?', '"A"'),
    }),
  ).toEqual(['qa/02-start.md:2:11+3']);
});

test.each([
  ['other titles', '## C++\n\n- a\n\n## C#\n\n- b\n\n## C\n\n- c'],
  ['a heading inside a section', '## a\n\nb\n\n### a\n\nc'],
])('not %s', (_, body) => {
  expect(bodyAdvice('duplicate-title', `\n${body}\n`)).toEqual([]);
});

test('nor the same title in two talks', () => {
  const talk = (name: string) => `---\nspeaker: ${name}\ntitle: a\ntakeaway: b\n---\n\n## a\n\n- b\n`;
  const talks = {
    'talks/01-huang.md': talk('\u9EC4\u4E1C\u65ED'),
    'talks/02-li.md': talk('\u674E\u6D69\u6E90'),
  };
  expect(adviceOf('duplicate-title', talks)).toEqual([]);
});
