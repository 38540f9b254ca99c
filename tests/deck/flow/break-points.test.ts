import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Inline, plainText } from '../../../src/content/summary/markup.ts';
import { breakPoints, flatText, type Level, textSlicer } from '../../../src/deck/flow/break-text.ts';

const pieces = (text: string, level: Level): readonly string[] => {
  const points = breakPoints(text, level);
  return [0, ...points].map((point, index) => text.slice(point, points[index] ?? text.length));
};

// \uff0c comma, \uff1a colon, \uff1b semicolon, \uff01, \uff1f.
test.each<[Level, string, readonly string[]]>([
  [
    'sentence',
    '一句。两句\uff01三句\uff1f四句\uff1b完',
    ['一句。', '两句\uff01', '三句\uff1f', '四句\uff1b', '完'],
  ],
  ['sentence', '他说\uff1a“好。”然后走了。', ['他说\uff1a“好。”', '然后走了。']],
  [
    'sentence',
    'Version 3.5 is out. See e.g.this; then go! “Now?” Yes.',
    ['Version 3.5 is out. ', 'See e.g.this; ', 'then go! ', '“Now?” ', 'Yes.'],
  ],
  ['clause', '一\uff0c二、三\uff1a四——五', ['一\uff0c', '二、', '三\uff1a', '四——', '五']],
  ['clause', 'one, two: 1,200 three', ['one, ', 'two: ', '1,200 three']],
  ['word', 'several words of a sentence that goes on', ['several words ', 'of a sentence ', 'that goes on']],
  ['word', '一二三四五六七八九十一二三四\uff0c五六七八', ['一二三四五六七八九十一二', '三四\uff0c五六七八']],
  ['character', 'aVeryLongIdentifierThatGoesOn', ['aVeryLongIde', 'ntifierThatG', 'oesOn']],
])('a %s of %s', (level, text, expected) => {
  expect(pieces(text, level)).toEqual(expected);
});

test('a slice keeps its marks, and slices make the whole', () => {
  const text: readonly Inline[] = [
    { type: 'text', text: 'one ' },
    {
      type: 'strong',
      children: [
        { type: 'text', text: 'two ' },
        { type: 'code', text: 'three' },
      ],
    },
    { type: 'break' },
    { type: 'link', href: 'https://a.cn', children: [{ type: 'text', text: 'four' }] },
  ];
  const { length } = flatText(text);
  const slice = textSlicer(text);
  expect(slice(6, 11)).toEqual([
    {
      type: 'strong',
      children: [
        { type: 'text', text: 'o ' },
        { type: 'code', text: 'thr' },
      ],
    },
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: length }), (at) => {
      const joined = [...slice(0, at), ...slice(at, length)];
      expect(flatText(joined)).toBe(flatText(text));
      expect(plainText(slice(at, length)).length).toBe(length - at);
    }),
  );
});
