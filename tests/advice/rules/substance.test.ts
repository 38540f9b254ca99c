import { describe, expect, test } from 'vitest';
import { bodyAdvice } from './advice-of.ts';

const SHOWN: Readonly<Record<string, string>> = {
  table: '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |',
  figure: '![a](../assets/a.png)',
  code: '```\n1\n2\n3\n4\n```',
  diagram: '```mermaid\nflowchart LR\n  a --> b\n  b --> c\n  c --> d\n```',
};

describe.each(Object.entries(SHOWN))('a %s', (_, block) => {
  test('alone under a name', () => {
    expect(bodyAdvice('no-takeaway', `\n## \u5BF9\u6BD4 [L1]\n\n${block}\n`)).toEqual(['7:4+2']);
  });

  test.each([
    ['a sentence above', `## \u5BF9\u6BD4\n\n\u4E00\u53E5\u3002\n\n${block}`],
    ['a sentence below', `## \u5BF9\u6BD4\n\n${block}\n\n\u4E00\u53E5\u3002`],
    ['a note', `## \u5BF9\u6BD4\n\n${block}\n\n<!-- \u4E00\u53E5 -->`],
    ['a heading that says it', `## \u5BF9\u6BD4\uFF1A\u6548\u7387\u6700\u9AD8\n\n${block}`],
    ['a figure in the heading', `## \u5FEB\u4E86 10 \u500D\n\n${block}`],
  ])('with %s', (__, body) => {
    expect(bodyAdvice('no-takeaway', `\n${body}\n`)).toEqual([]);
  });
});

test('a chart', () => {
  const bars = '| a | b |\n|---|---|\n| c | 1 |\n| d | 2 |\n| e | 3 |';
  expect(bodyAdvice('no-takeaway', `\n## \u5BF9\u6BD4 {.bars}\n\n${bars}\n`)).toEqual(['7:4+2']);
});

test.each([
  ['points', '- a\n- b'],
  ['steps', '1. a\n2. b'],
  ['stats', '- **1** a\n- **2** b'],
  ['a quote', '> a'],
  ['a text', 'a\n\nb'],
  ['a table of two rows', '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'],
  ['a command', '```sh\nnpm ci\n```'],
])('not %s', (_, block) => {
  expect(bodyAdvice('no-takeaway', `\n## \u5BF9\u6BD4\n\n${block}\n`)).toEqual([]);
});
