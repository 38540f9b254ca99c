import { expect, test } from 'vitest';
import { adviceOf, adviceOn, bodyAdvice, englishAdvice } from './advice-of.ts';

test.each([
  ['letters behind Chinese', '## a\n\n- \u7528TiDB \u505A\n', '8:3+2'],
  ['digits in front of Chinese', '## a\n\n- \u7528 3\u5E74\n', '8:5+2'],
  ['a percentage', '## a\n\n- \u6DA8\u4E86 5%\u7684\n', '8:7+2'],
  ['C++ and C#', '## a\n\n- C++\u8BED\u8A00\n', '8:5+2'],
  ['at the edge of bold text', '## a\n\n- **TiDB**\u6570\u636E\u5E93\n', '8:8+4'],
  ['a heading', '## \u7528TiDB\n\n- a\n', '6:4+2'],
  ['a table', '## a\n\n| a | b |\n|---|---|\n| \u7528 | \u7528TiDB |\n', '10:7+2'],
  ['a note', '## a\n\n- a\n\n<!--\na\n\u7528TiDB\n-->\n', '12:1+2'],
  ['a numbered item', '## a\n\n1. \u7528TiDB\n2. b\n', '8:4+2'],
  ['a link', '## a\n\n- \u89C1[TiDB](https://a.cn)\n', '8:3+3'],
  ['a quote', '## a\n\n> \u7528TiDB\n>\n> \u2014\u2014 \u9EC4B\n', '8:3+2'],
])('%s', (_, body, at) => {
  expect(bodyAdvice('missing-space', body)[0]).toBe(at);
});

test('front matter, each field and each fact', () => {
  const talk =
    '---\nspeaker: \u9EC4A\ntitle: "\u7528TiDB"\ntakeaway: >-\n  \u4E00\u53E5\n  \u7528TiDB\nfacts:\n  - \'\u7528TiDB\'\n  - \u7528TiDB # \u7528TiDB\n---\n\n## a\n\n- b\n';
  expect(adviceOf('missing-space', { 'talks/01-huang.md': talk, 'qa/01-start.md': null })).toEqual([
    'talks/01-huang.md:3:9+2',
    'talks/01-huang.md:6:3+2',
    'talks/01-huang.md:8:6+2',
    'talks/01-huang.md:9:5+2',
  ]);
});

test('several in one text are one finding, with an edit for each', () => {
  const [found] = adviceOn({
    'event.md': '---\ntitle: \u7528TiDB\u505A3\u5E74\nlang: zh-Hant-TW\nhost: \u5218\u8D85\n---\n',
  }).filter(({ code }) => code === 'missing-space');
  expect(found?.args).toEqual({
    text: '\u7528TiDB\u505A3\u5E74',
    right: '\u7528 TiDB \u505A 3 \u5E74',
    count: 4,
  });
  expect(found?.edits?.map(({ at: { column, length }, text }) => [column, length, text])).toEqual([
    [9, 0, ' '],
    [13, 0, ' '],
    [14, 0, ' '],
    [15, 0, ' '],
  ]);
});

test.each([
  ['a blank', '- \u7528 TiDB \u505A 3 \u5E74'],
  ['punctuation between', '- TiDB\uFF0C\u6570\u636E\u5E93\uFF083 \u5E74\uFF09'],
  ['code', '- \u7528`tidb`\u505A'],
  ['addresses', '- \u89C1 https://a.cn/\u4E2Da \u548C <https://a.cn/\u4E2Da>'],
  ['where a link leads', '- [\u7528](https://a.cn/\u4E2Da)'],
  ['a citation', '- \u7528[L1]\n- \u7528 [L1]\u505A'],
  ['a fence', '```\n\u7528TiDB\n```'],
  ['a diagram', '```mermaid\nflowchart LR\n  a["\u7528TiDB"]\n```'],
  ['the alternative text of a picture', '![\u7528TiDB](../assets/a.png)'],
  ['a marker', '- \u4E00\n\n## \u4E8C {.points}\n\n- \u4E09'],
  ['a line end', '- \u7528\n  TiDB'],
  ['full-width letters', '- \u7528\uFF34\uFF49\uFF24\uFF22'],
])('not %s', (_, body) => {
  expect(bodyAdvice('missing-space', `## a\n\n${body}\n`)).toEqual([]);
});

test('other languages have no such practice', () => {
  expect(englishAdvice('missing-space', '## a\n\n- \u7528TiDB\n')).toEqual([]);
  for (const lang of ['ja', 'ko-KR']) {
    const event = `---\ntitle: \u7528TiDB\nlang: ${lang}\nhost: \u5218\u8D85\n---\n`;
    expect(adviceOf('missing-space', { 'event.md': event })).toEqual([]);
  }
});
