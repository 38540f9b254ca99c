import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareStructure, restoreStructure } from '../../../src/print/page/prepare-structure.ts';
import { readStructure, textBelow } from '../pdf/read-structure.ts';
import { startBrowser } from '../start-browser.ts';

/** A bare machine has no Chinese font, and decks are printed in the theme's. */
const FACES = [
  ['Latin', 'inter/files/inter-latin-400-normal.woff2'],
  ['Chinese', 'noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'],
]
  .map(([family, file]) => {
    const font = readFileSync(
      new URL(`../../../node_modules/@fontsource/${file}`, import.meta.url),
      'base64',
    );
    return `@font-face { font-family: ${family}; src: url(data:font/woff2;base64,${font}) }`;
  })
  .join('');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  await page.setContent(`<style>${FACES}</style>`);
  await page.evaluate('Promise.all([...document.fonts].map((face) => face.load())).then(() => {})');
});
afterAll(() => browser.close());

/** The text in the structure of the printed page. */
async function printed(): Promise<string> {
  const structure = await readStructure(await page.pdf({ tagged: true }));
  return structure.map(textBelow).join('');
}

const places = () =>
  page.evaluate<readonly number[]>(`{
    const walker = document.createTreeWalker(document.body, 4);
    const range = document.createRange();
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, 0: word } of node.data.matchAll(/\\S+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        for (const { left, top } of range.getClientRects()) found.push(left, top);
      }
    }
    found;
  }`);

test.each([
  [
    'Latin',
    '<p>Find two people who want to speak, then a date</p>',
    'Find two people who want to speak, then a date',
  ],
  ['Chinese, which has none', '<p>早上好今天我们谈数据库的将来</p>', '早上好今天我们谈数据库的将来'],
  ['both', '<p>先做 open source 的产品 and then sell it</p>', '先做 open source 的产品 and then sell it'],
  ['both, with no space in the text', '<p>我们在GitHub上发布了新的产品</p>', '我们在GitHub上发布了新的产品'],
  [
    'a long address',
    '<p style="overflow-wrap: anywhere">https://example.org/with/a/path</p>',
    'https://example.org/with/a/path',
  ],
  [
    'a space before bold text',
    '<p>Find two people <b>who want to speak</b></p>',
    'Find two people who want to speak',
  ],
  [
    'a space at the end of bold text',
    '<p><b>Find two people </b>who want to speak</p>',
    'Find two people who want to speak',
  ],
  [
    'a box in the line',
    '<p>Find two or <code style="display: inline-block">three</code> people</p>',
    'Find two or three people',
  ],
  [
    'several spaces and line ends',
    '<p>Find  two\n   people who\n want   to speak</p>',
    'Find two people who want to speak',
  ],
  [
    'balanced lines in the middle',
    '<h1 style="text-wrap: balance; text-align: center">How do you decide whether to roll back?</h1>',
    'How do you decide whether to roll back?',
  ],
  [
    'ends of lines that were asked for',
    '<p style="text-align: center">Ada<br>Moreno <br> <b>Berlin</b></p>',
    'Ada Moreno Berlin',
  ],
  ['such ends in Chinese', '<p>早上好<br>今天</p>', '早上好今天'],
  ['code', '<pre>let a\nlet b</pre>', 'let a let b'],
  ['boxes in a paragraph', '<p style="display: grid"><b>Ada</b><span>Berlin</span></p>', 'Ada Berlin'],
  ['a list in a list', '<ul><li>Ada<ul><li>Berlin</li></ul></li></ul>', 'AdaBerlin'],
  [
    'paragraphs, between which there is none',
    '<p>One two three four five</p> <p>six</p> seven',
    'One two three four fivesixseven',
  ],
])('%s', async (_, html, text) => {
  const slide = `<div class="print-slide-container" style="width: 110px; font: 20px/1.4 Latin, Chinese">${html}</div>`;
  await page.evaluate(`document.body.innerHTML = ${JSON.stringify(slide)}`);
  const [before, stood] = [await page.innerHTML('body'), await places()];
  await page.evaluate(prepareStructure);
  expect(await places()).toEqual(stood);
  expect(await printed()).toBe(text);
  await page.evaluate(restoreStructure);
  expect(await page.innerHTML('body')).toBe(before);
});
