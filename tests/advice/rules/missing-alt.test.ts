import { expect, test } from 'vitest';
import { bodyAdvice } from './advice-of.ts';

test.each([
  ['none', '![](../assets/a.png)', '9:5+15'],
  ['blanks', '![ ](../assets/a.png)', '9:6+15'],
  ['its file name', '![a.png](../assets/a.png)', '9:10+15'],
  ['the same without its end', '![A](../assets/a.png)', '9:6+15'],
  ['none, in a text', 'b ![](../assets/a.png) c\n\nd', '9:7+15'],
  ['none, in a point', '- b ![](../assets/a.png)', '9:9+15'],
])('%s', (_, block, at) => {
  expect(bodyAdvice('missing-alt', `\n## a\n\n${block}\n`)).toEqual([at]);
});

test('not where it is described, and not in code', () => {
  const block = '![\u4E00\u6761\u66F2\u7EBF](../assets/a.png)\n\n`![](../assets/a.png)`';
  expect(bodyAdvice('missing-alt', `\n## a\n\n${block}\n`)).toEqual([]);
});
