import fc from 'fast-check';
import LinkifyIt from 'linkify-it';
import { expect, test } from 'vitest';
import { createMarkdown } from '../../../src/content/parse/grammar.ts';

const markdown = createMarkdown();
const addressesIn = (text: string): readonly (string | undefined)[] =>
  markdown
    .parseInline(text, {})
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === 'link_open')
    .map((token) => token.attrGet('href') ?? undefined);

test.each([
  ['详见 https://example.org/docs，谢谢大家', ['https://example.org/docs']],
  ['源码（https://example.org/src）已公开。', ['https://example.org/src']],
  [
    '见https://example.org/a、https://example.org/b；再见',
    ['https://example.org/a', 'https://example.org/b'],
  ],
  ['“https://example.org/a?b=1#c”好', ['https://example.org/a?b=1#c']],
  ['https://example.org谢谢', ['https://example.org']],
  ['https://example.org.谢谢', ['https://example.org']],
  ['https://example.org/를 보세요', ['https://example.org/']],
  ['https://example.org/\u{20000}', ['https://example.org/']],
  ['(https://example.org/(a))。', ['https://example.org/(a)']],
  ['https://en.wikipedia.org/wiki/Zürich, ok', ['https://en.wikipedia.org/wiki/Zürich']],
  ['https://example.org/😀 ok', ['https://example.org/😀']],
  // To include such letters, mark the end of the address.
  ['<https://zh.wikipedia.org/wiki/数据库>', ['https://zh.wikipedia.org/wiki/数据库']],
])('%s', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

test('text in Chinese, Japanese or Korean ends any address; other text leaves it as it was', () => {
  const linkify = new LinkifyIt();
  const alone = (address: string) => linkify.match(address)?.map(({ url }) => url);
  const path = fc.stringMatching(/^[\w/?#&=.,;:!()'%-]{0,12}$/);
  const wide = fc.stringMatching(/^[，。、；：！？）（」「“”’…　好ーか한𠀀][a-z好，。]{0,8}$/u);
  fc.assert(
    fc.property(path, wide, (end, after) => {
      const address = `https://example.org/${end}`;
      expect(addressesIn(`见${address}${after}`)).toEqual(alone(address));
      expect(addressesIn(`see ${address} ok`)).toEqual(alone(address));
    }),
    { numRuns: 2000 },
  );
});
