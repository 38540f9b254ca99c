import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readLettering } from '../../../src/content/read/svg-lettering.ts';
import { toMessage } from '../../../src/findings/finding.ts';
import { check, TALK_HEAD, tempMeetup } from '../temp-meetup.ts';

const svg = (inside: string, size = 'viewBox="0 0 400 300"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`;
const font = readFileSync('node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2', 'base64');
const face = `@font-face { font-family: "Brand"; src: url(data:font/woff2;base64,${font}) }`;

test.each([
  ['no text', '<path d="M0 0h9"/>', null],
  ['a title, which nobody sees', '<title>Sales</title>', null],
  ['text without a font', '<text>Sales</text>', { text: 'Sales', font: null }],
  ['a general font', '<text font-family="sans-serif">Sales</text>', { text: 'Sales', font: null }],
  [
    'a named font',
    '<text font-family="Comic Sans MS, cursive">Sales</text>',
    { text: 'Sales', font: 'Comic Sans MS' },
  ],
  [
    'one of a group',
    '<g font-family="\'Brush Script\'"><text>A<tspan>B</tspan></text></g>',
    { text: 'A B', font: 'Brush Script' },
  ],
  ['one of a style', '<text style="fill:red;font-family: Foo">A</text>', { text: 'A', font: 'Foo' }],
  [
    'one of a style in short',
    '<text style="font: bold 12px/1.2 Foo, serif">A</text>',
    { text: 'A', font: 'Foo' },
  ],
  [
    'one of a style sheet',
    '<style>text { font-family: Foo }</style><text>A</text>',
    { text: 'A', font: 'Foo' },
  ],
  ['a font that it brings', `<style>${face}</style><text font-family="Brand">A</text>`, null],
  [
    'a font that it brings, by a class',
    `<style>${face} .a { font-family: Brand, Foo }</style><text class="a">A</text>`,
    null,
  ],
] as const)('%s', (_, inside, expected) => {
  expect(readLettering(Buffer.from(svg(inside)))).toEqual(expected);
});

function found(picture: string) {
  using meetup = tempMeetup({
    'talks/01-huang.md': `${TALK_HEAD}\n## 照片\n\n![图](../assets/a.svg)\n`,
    'assets/a.svg': picture,
  });
  return check(meetup.root).map((each) => `${each.severity} ${each.code}: ${toMessage(each).what}`);
}

test('Latin text in a general font is set on every machine', () => {
  expect(found(svg('<text font-family="sans-serif">Sales – €5, “so”</text>'))).toEqual([]);
});

test('text in a font of its own, or in Chinese, is a warning', () => {
  expect(found(svg('<text font-family="Comic Sans MS">Sales</text>'))).toEqual([
    'warning image-font: The image ../assets/a.svg writes "Sales" in the font "Comic Sans MS" that it does not bring.',
  ]);
  expect(found(svg('<text>Sales 销售额</text>'))).toEqual([
    'warning image-font: The image ../assets/a.svg writes "销售额" in a font that it does not bring.',
  ]);
});

test('a character that no font has is an error', () => {
  expect(found(svg('<text>a \u{13000}</text>'))).toEqual([
    'error image-glyph: The image ../assets/a.svg writes "\u{13000}" (U+13000), which neither its fonts nor talkdeck\'s have.',
  ]);
});

test.each(['', 'width="100%" height="100%"', 'viewBox="0 0 0 0"'])(
  'an SVG file without a size (%s) is refused',
  (size) => {
    expect(found(svg('<rect width="9" height="9"/>', size))).toEqual([
      'error image-unreadable: The image ../assets/a.svg cannot be used: its <svg> has no size: neither "viewBox" nor "width" and "height".',
    ]);
  },
);
