import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { formulaMarkdown } from '../../../src/render/formula.ts';
import { keepUsedFonts } from '../../../src/slidev/plugins/bundle-plugins.ts';

const THEME = fileURLToPath(new URL('../../../templates/theme', import.meta.url));
const SHEETS = [
  join(THEME, 'styles/fonts.css'),
  fileURLToPath(new URL('../../../node_modules/katex/dist/katex.min.css', import.meta.url)),
  ...['inter', 'jetbrains-mono', 'noto-sans-sc', 'noto-sans-tc', 'noto-sans-jp', 'noto-sans-kr'].map((name) =>
    fileURLToPath(new URL(`../../../node_modules/@fontsource/${name}/400.css`, import.meta.url)),
  ),
];

/** The font files of weight 400 in a bundle of one deck. */
function kept(lang: string, text: string, themeRoot = THEME): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-fonts-'));
  try {
    writeFileSync(join(root, 'a.md'), text);
    const deck = { file: 'a.md', title: 'a', lang, accent: 'black', look: 'quiet' };
    const plugin = keepUsedFonts({ root, no: 0, themeRoot, decks: [deck] });
    const transform = plugin.transform as unknown as (code: string, id: string) => { code: string } | null;
    const css = SHEETS.map((sheet) => {
      const code = readFileSync(sheet, 'utf8');
      return transform(code, sheet)?.code ?? code;
    });
    const files = css.join('').matchAll(/\/((?:[\w-]+-400-normal)|KaTeX_Main-Regular)\.woff2/g);
    return [...new Set([...files].map(([, file = '']) => file))].sort();
  } finally {
    rmSync(root, { recursive: true });
  }
}

const LATIN = ['inter-latin-400-normal', 'jetbrains-mono-latin-400-normal'];
/** The theme's own style sheets and comments contain `●` and arrows. */
const isThemes = (file: string) => /^dejavu|sc-\d+|symbols|sc-chinese/.test(file);
const own = (files: readonly string[]) => files.filter((file) => !isThemes(file));

test('of a thousand files some ten are left', () => {
  const files = kept('zh-CN', '# 你好\n\n龘');
  expect(files).toContain('noto-sans-sc-chinese-simplified-400-normal');
  expect(files.length).toBeLessThan(12);
  expect(own(files)).toEqual(LATIN);
});

test('each language has its own', () => {
  expect(own(kept('zh-TW', '臺灣'))).toEqual([...LATIN, 'noto-sans-tc-chinese-traditional-400-normal']);
  expect(own(kept('ja', 'かな'))).toEqual([...LATIN, 'noto-sans-jp-japanese-400-normal']);
  expect(own(kept('ko', '한국어'))).toEqual([...LATIN, 'noto-sans-kr-korean-400-normal']);
  expect(own(kept('zh-CN', '한국어'))).toEqual([...LATIN, 'noto-sans-kr-korean-400-normal']);
});

test('entities and escapes are read', () => {
  const korean = [...LATIN, 'noto-sans-kr-korean-400-normal'];
  expect(own(kept('zh-CN', '&#xd55c;'))).toEqual(korean);
  expect(own(kept('zh-CN', '---\ntitle: "\\uD55C"\n---'))).toEqual(korean);
});

test('those of formulas are there for formulas', () => {
  expect(kept('en', formulaMarkdown('x^2', false))).toContain('KaTeX_Main-Regular');
  expect(kept('en', 'x^2')).not.toContain('KaTeX_Main-Regular');
});

test('of another theme nothing is left out', () => {
  const other = fileURLToPath(new URL('../../print/theme', import.meta.url));
  expect(kept('en', 'a', other).length).toBeGreaterThan(400);
});
