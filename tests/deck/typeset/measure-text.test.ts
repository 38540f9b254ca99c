import { expect, test } from 'vitest';
import type { Inline } from '../../../src/content/summary/markup.ts';
import { measureText } from '../../../src/deck/typeset/measure-text.ts';
import { pageOf } from '../../../src/deck/typeset/page.ts';
import { countTextLines, textWidth } from '../../../src/deck/typeset/size.ts';
import { LINEAR, slowdown } from '../../slowdown.ts';
import { LOOK, NO_FONTS } from '../plain-look.ts';

const REGULAR = { size: 1000, bold: false, mono: false };
const BOLD = { ...REGULAR, bold: true };
const MONO = { ...REGULAR, mono: true };

// Inter: T 646, i 242, space 281; bold: T 667, i 271.
test.each([
  ['', REGULAR, 0],
  ['Ti', REGULAR, 646 + 242],
  ['Ti', BOLD, 667 + 271],
  ['Ti', MONO, 1200],
  ['é', REGULAR, measureText('e', REGULAR)],
  ['e\u0301', REGULAR, measureText('e', REGULAR)],
  ['ế', REGULAR, measureText('ê', REGULAR)],
  ['中文', REGULAR, 2000],
  ['中文', BOLD, 2000],
  ['中文', MONO, 2000],
  ['かな한글', REGULAR, 2000 + 2 * 920],
  ['→①', REGULAR, 2000],
  ['→├', MONO, 1200],
  ['𝔸⇒', BOLD, 704 + 1000],
  ['CO₂', REGULAR, 1896],
  ['1\ufe0f\u20e3', REGULAR, 1270],
  ['ﾊﾝ', REGULAR, 1000],
  ['Привет', REGULAR, 3560],
  ['\uff21\uff11', REGULAR, 2000],
  ['𠮷', REGULAR, 1000],
  ['สวัสดี'.slice(0, 1), REGULAR, 1000],
])('%j', (text, style, width) => {
  expect(measureText(text, style)).toBe(width);
});

test('pixels are in proportion to the size', () => {
  expect(measureText('中文 TiDB', { ...REGULAR, size: 24 })).toBeCloseTo(
    measureText('中文 TiDB', REGULAR) * 0.024,
  );
});

test('an eighth of an em is between Chinese and Latin, unless there is a space, and never in code', () => {
  expect(measureText('中T中', REGULAR)).toBe(2000 + 646 + 250);
  expect(measureText('中,中', REGULAR)).toBe(2000 + measureText(',', REGULAR) + 250);
  expect(measureText('中(中', REGULAR)).toBe(2000 + measureText('(', REGULAR));
  expect(measureText('中 T', REGULAR)).toBe(1000 + 281 + 646);
  expect(measureText('。T', REGULAR)).toBe(1000 + 646);
  expect(measureText('한T', REGULAR)).toBe(920 + 646);
  expect(measureText('中T中', MONO)).toBe(2600);
});

test('full-width marks side by side and at the beginning give up their empty half', () => {
  expect(measureText('中。」中', REGULAR)).toBe(3500);
  expect(measureText('中。「中', REGULAR)).toBe(3500);
  expect(measureText('中『「中', REGULAR)).toBe(3500);
  expect(measureText('「中', REGULAR)).toBe(1500);
  expect(measureText('中。”“中', REGULAR)).toBe(4000);
  expect(measureText('「中。」', MONO)).toBe(4000);
});

test('quotes, dashes and dots are wide next to Chinese only', () => {
  expect(measureText('中“中”——…·', REGULAR)).toBe(8000);
  expect(measureText('“Ti”', REGULAR)).toBeLessThan(2000);
});

test('spaces in a row are one, but in code', () => {
  expect(measureText('T  \n T', REGULAR)).toBe(646 + 281 + 646);
  expect(measureText('T  T', MONO)).toBe(2400);
  expect(measureText('\tT', MONO)).toBe(3000);
});

test.each(['😀', '👩‍👩‍👧', '👍🏽', '🇨🇳'])('%s is one emoji', (emoji) => {
  expect(measureText(emoji, REGULAR)).toBe(1270);
});

test('marks, joiners and soft hyphens take no room', () => {
  expect(measureText('T\u00ad\u200b\u2060\u0301i', REGULAR)).toBe(646 + 242);
});

test('a mark has two pixels at both ends, around whatever is marked', () => {
  const page = pageOf({ lang: 'en', look: LOOK }, NO_FONTS);
  const type = page.scale.body;
  const widthOf = (inline: Inline) => textWidth([{ type: 'text', text: 'Ti ' }, inline], type, page).most;
  const words: readonly Inline[] = [
    { type: 'text', text: 'one ' },
    { type: 'strong', children: [{ type: 'text', text: 'two' }] },
  ];
  expect(widthOf({ type: 'marked', children: words })).toBeCloseTo(
    widthOf({ type: 'emphasis', children: words }) + 4,
  );
  const code: readonly Inline[] = [{ type: 'code', text: 'x' }];
  expect(widthOf({ type: 'marked', children: code })).toBeCloseTo(
    widthOf({ type: 'link', href: 'https://example.org', children: code }) + 4,
  );
});

test('a line ends where its author ends it, in a mark too', () => {
  const page = pageOf({ lang: 'en', look: LOOK }, NO_FONTS);
  const words: readonly Inline[] = [
    { type: 'text', text: 'a' },
    { type: 'break' },
    { type: 'text', text: 'b' },
  ];
  expect(countTextLines([{ type: 'strong', children: words }], page.scale.body, 800, page)).toBe(2);
});

test('takes time that is linear in the length', () => {
  const sentence = '分布式数据库 TiDB 有 170 亿参数\uff0c“引用”与 the quick brown fox 😀。';
  const measure = (text: string) => expect(measureText(text, REGULAR)).toBeGreaterThan(0);
  expect(slowdown(measure, sentence, 1_000_000)).toBeLessThan(LINEAR);
});
