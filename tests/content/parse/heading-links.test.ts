import { expect, it } from 'vitest';
import { createMarkdown } from '../../../src/content/parse/grammar.ts';

const markdown = createMarkdown();

it.each([
  ['[later](#How it went on)', ['#How it went on']],
  ['[a](#Why (not)) and [b](#One)', ['#Why (not)', '#One']],
  ['[a](#One "a title") and [b](<#Two words>)', ['#One', '#Two words']],
  ['[a](#The "best" one)', ['#The "best" one']],
  ['[a](https://a.example/x y)', ['https://a.example/x']],
  ['[a](#never closed\nhere)', []],
  ['[a]: #How it went on\n\n[a]', []],
])('%s', (text, hrefs) => {
  const inlines = markdown.parse(text, {}).flatMap(({ children }) => children ?? []);
  const links = inlines.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href'));
  expect(links).toEqual(hrefs);
});
