import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bodyFindings, EVENT, findingsOf, TALK_HEAD } from '../temp-meetup.ts';

const dejavu = (name: string) =>
  readFileSync(
    new URL(
      `../../../node_modules/@fontsource/dejavu-sans/files/dejavu-sans-latin-${name}.woff2`,
      import.meta.url,
    ),
  );
const mono = readFileSync(
  new URL(
    '../../../node_modules/@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2',
    import.meta.url,
  ),
);

describe('an organiser’s font', () => {
  const body = `${TALK_HEAD}\n## עברית\n\n- \`קוד\`\n\n\`\`\`\nקוד\n\`\`\`\n`;
  const withFonts = (lines: string) =>
    findingsOf({
      'event.md': EVENT.replace('lang: zh-CN\n', `lang: zh-CN\n${lines}`),
      'assets/a.woff2': dejavu('400-normal'),
      'assets/b.woff2': mono,
      'talks/01-huang.md': body,
    });

  test('brings characters for prose, not for code', () => {
    expect(withFonts('')).toEqual(['talks/01-huang.md:7:4 missing-glyph']);
    expect(withFonts('font: assets/a.woff2\n')).toEqual(['talks/01-huang.md:12:1 missing-glyph']);
  });

  test('must have them in each of its faces', () => {
    const lines = 'font: assets/a.woff2\nheadingFont: assets/b.woff2\n';
    expect(withFonts(lines)).toEqual(['talks/01-huang.md:7:4 missing-glyph']);
  });
});

test.each([
  [
    'marks, joiners, variants',
    '\n## 家👨\u200d👩\u200d👧\n\n- e\u0301 \u00ad\u200b\u2060 ❤\ufe0f 🏴\u{E0067}\u{E0062}\u{E007F}\n',
  ],
  ['Korean in parts', `\n## ${'한국어'.normalize('NFD')}\n\n- a\n`],
  ['what is not shown', '\n## a\n\n- [a](https://a.cn/ไ)\n'],
])('%s give no finding', (_, body) => {
  expect(bodyFindings(body)).toEqual([]);
});

test.each([
  ['a table', '\n## a\n\n| a | b |\n|---|---|\n| 1 | ไ |\n', '11:7'],
  ['a quote', '\n## a\n\n> a\n>\n> —— ไ\n', '11:6'],
  ['a diagram', '\n## a\n\n```mermaid\ngraph TD\n  A[ไ]\n```\n', '11:5'],
  ['a nested list', '\n## a\n\n- a\n  - b\n    - ไ\n', '11:7'],
  ['a note', '\n## a\n\n- a\n\n<!--\na\nไ\n-->\n', '13:1'],
  ['an entity on the second line', '\n## a\n\n- a\n  &#xe44;\n', '10:3'],
  ['a decimal entity', '\n## a\n\n- &#3652;\n', '9:3'],
])('%s is looked at', (_, body, at) => {
  expect(bodyFindings(body)).toEqual([`${at} missing-glyph`]);
});
