import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { covers, familyOf, stackOf } from '../../../src/base/fonts/families.ts';
import type { TABLES } from '../../../src/base/fonts/tables.ts';
import { startBrowser } from '../../print/start-browser.ts';
import { serveFonts, themeFonts } from './theme-fonts.ts';

const LANGUAGES = ['zh-CN', 'zh-Hans-HK', 'zh-TW', 'zh-HK', 'zh-Hant-TW', 'ja', 'ko-KR', 'en', 'ru'];
const SAMPLE = 'A“—…·中门骨臺直令한か々ｶ、。ЖїŁế→↔⇒⟶∀ℝ𝔸₂⅓①─▓●★✓⌘⎈☎✅⭐😀🥑♞⠿ɸΩἀ№€㎡㊗〿';
/** Covered by none of our fonts; a system font may have them. */
const UNCOVERED = ['ก', 'अ', '\uE000', '\u0378', '\u{20001}', '\u{F0000}', '\u0007'];

/** Width of the text in the paragraph. */
const WIDTH = `(() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('p'));
  return range.getBoundingClientRect().width;
})()`;

let browser: Browser;
let page: Page;
let session: CDPSession;
let asked: readonly string[];

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  asked = await serveFonts(page);
  await page.addStyleTag({
    content: `${themeFonts()} p { font: 400 32px / 48px var(--font-sans); } code { font-family: var(--font-mono); }
      span { display: inline-block; width: 64px; }`,
  });
  session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
});
afterAll(() => browser?.close());

test.each(LANGUAGES)('stacks.ts says of %s what fonts.css says', async (lang) => {
  await show(lang, 'x');
  const families = await page.evaluate<string[]>(
    `['p', 'code'].map((tag) => getComputedStyle(document.querySelector(tag)).fontFamily)`,
  );
  const expected = [stackOf(lang, false), stackOf(lang, true)].map((stack, index) =>
    [...stack, index === 0 ? 'sans-serif' : 'monospace'].join(', '),
  );
  expect(families.map((family) => family.replaceAll('"', ''))).toEqual(expected);
});

describe('each character is set in the first family that has it', () => {
  test.each(['zh-CN', 'zh-TW', 'ja', 'ko', 'en'])('%s', async (lang) => {
    const chars = [...SAMPLE, ...randomCharacters(60)];
    await show(lang, chars.join(''));
    for (const [selector, mono] of [
      ['p span', false],
      ['code span', true],
    ] as const) {
      const stack = stackOf(lang, mono);
      const expected = chars.map((char) => {
        const name = stack.find((family) => familyOf(family).has(char.codePointAt(0) ?? 0));
        return `${char} ${name === undefined ? 'none' : internalName(name)}`;
      });
      const found = (await fontsOf(selector)).map(({ names }, index) => `${chars[index]} ${names.join()}`);
      expect(found).toEqual(expected);
    }
  });
});

test('what no family has is a box, or comes from the computer', async () => {
  expect(UNCOVERED.filter((char) => covers(char.codePointAt(0) ?? 0))).toEqual([]);
  const shown = [...UNCOVERED, '中', 'A', '→'];
  await show('zh-CN', shown.join(''));
  const fonts = await fontsOf('p span');
  const spans = await page.$$('p span');
  const pictures = await Promise.all(spans.map(async (span) => (await span.screenshot()).toString('base64')));
  // A font draws the same box for every character it lacks.
  const boxes = fonts.flatMap(({ custom, names }, index) =>
    custom && index < UNCOVERED.length ? [{ font: names.join(), picture: pictures[index] }] : [],
  );
  expect(boxes.length).toBeGreaterThan(3);
  expect(new Set(boxes.map(({ picture }) => picture)).size).toBe(new Set(boxes.map(({ font }) => font)).size);
  expect(new Set(pictures.slice(UNCOVERED.length)).size).toBe(3);
});

test('emoji of several characters are as wide as one', async () => {
  for (const emoji of [
    '👨‍👩‍👧‍👦',
    '👍🏽',
    '🇨🇳',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '1\ufe0f\u20e3',
    '❤\ufe0f\u200d🔥',
    '🏳\ufe0f\u200d🌈',
  ]) {
    await show('zh-CN', emoji, false);
    const [font] = await fontsOf('p');
    expect(font?.names, emoji).toEqual(['Noto Emoji']);
    expect(await page.evaluate(WIDTH), emoji).toBeCloseTo(32 * 1.27, 1);
  }
});

test('Korean in parts is set as syllables', async () => {
  for (const lang of ['ko', 'zh-CN']) {
    await show(lang, '한국어'.normalize('NFD'), false);
    expect(await fontsOf('p')).toEqual([{ names: ['Noto Sans KR Thin'], custom: true, glyphs: 3 }]);
  }
});

test('a page fetches the fonts of its characters only', async () => {
  const before = asked.length;
  const other = await browser.newPage();
  const fetched = await serveFonts(other);
  await other.setContent(
    `<style>${themeFonts()}</style><p lang="ko" style="font-family: var(--font-sans)">한국어 A`,
  );
  await other.evaluate('document.fonts.ready');
  expect(fetched.map((path) => path.replace(/.*\//, ''))).toEqual([
    'inter-latin-400-normal.woff2',
    'noto-sans-kr-korean-400-normal.woff2',
  ]);
  await other.close();
  expect(asked.length).toBe(before);
});

/** Random but reproducible characters that some family has. */
function randomCharacters(count: number): readonly string[] {
  const all = Array.from({ length: 0x20000 }, (_, codePoint) => codePoint).filter(
    (codePoint) =>
      covers(codePoint) &&
      !/[\p{M}\p{C}\p{Z}\p{RI}\p{Emoji_Modifier}]/u.test(String.fromCodePoint(codePoint)),
  );
  let seed = 7;
  return Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return String.fromCodePoint(all[seed % all.length] ?? 0x41);
  });
}

/** The family name inside the font file. */
function internalName(family: keyof typeof TABLES): string {
  return family
    .replace(/^Inter Alnum$/, 'Inter')
    .replace(/^(Noto Sans (?:SC|TC|JP|KR)).*/, '$1 Thin')
    .replace(/^Noto Emoji Signs$/, 'Noto Emoji')
    .replace('DejaVu Mono', 'DejaVu Sans Mono');
}

async function show(lang: string, text: string, apart = true): Promise<void> {
  await page.evaluate(
    `((lang, parts) => {
      const main = document.createElement('main');
      main.lang = lang;
      for (const tag of ['p', 'code']) {
        const element = main.appendChild(document.createElement(tag));
        if (parts.length === 1) element.textContent = parts[0];
        else for (const part of parts) element.appendChild(document.createElement('span')).textContent = part;
      }
      document.body.replaceChildren(main);
      main.getBoundingClientRect();
    })(${JSON.stringify(lang)}, ${JSON.stringify(apart ? [...text] : [text])})`,
  );
  await page.evaluate('document.fonts.ready');
}

async function fontsOf(
  selector: string,
): Promise<readonly { names: readonly string[]; custom: boolean; glyphs: number }[]> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  return Promise.all(
    nodeIds.map(async (nodeId) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      return {
        names: [...new Set(fonts.map(({ familyName }) => familyName))].sort(),
        custom: fonts.every(({ isCustomFont }) => isCustomFont),
        glyphs: fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0),
      };
    }),
  );
}
