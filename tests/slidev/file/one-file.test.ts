/// <reference lib="dom" />
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../../../src/base/project.ts';
import { compile } from '../../../src/build/compile.ts';
import { printableDecks } from '../../../src/export/printable-decks.ts';
import { printDecks } from '../../../src/print/print-decks.ts';
import { ROOT } from '../../cli/run-cli.ts';
import { talk } from '../../compile-meetup.ts';
import { KEPT_SHELL } from '../../kept-shell.ts';
import { ownTemporary } from '../../own-temporary.ts';
import { startBrowser } from '../../print/start-browser.ts';

const HOSTILE = '</script><script>globalThis.ran = 1</script><!--<script>';
const EVENT = '---\ntitle: 聚会\nlang: zh-CN\nhost: 主持人\nreveal: true\n---\n';
const BODY = [
  '## 要点\n\n- 第一点\n- 第二点\n- 第三点',
  '## 图\n\n```mermaid\nflowchart LR\n  A[写] --> B[讲]\n```',
  '## 代码\n\n```js\nconst end = "</script><script>globalThis.ran = 2</script>";\n```',
  '## 公式\n\n- 面积是 $\\pi r^2$\n- 再看[要点](#要点)',
].join('\n\n');

const temporary = ownTemporary('one-file', beforeAll, afterAll);
let html = '';
let address = '';
let browser: Browser;
let context: BrowserContext;
/** Errors and warnings of all pages, and their requests. */
const told: string[] = [];

beforeAll(async () => {
  const root = join(temporary(), 'meetup');
  const notes = `\n\n<!-- ${HOSTILE.replaceAll('-->', '').replaceAll('<!--', '')} -->`;
  const files = { 'content/event.md': EVENT, 'content/talks/01-ada.md': `${talk(BODY)}${notes}` };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const project = openProject(root);
  const { value, findings } = compile(project);
  if (!value) throw new Error(JSON.stringify(findings));
  const { failures } = await printDecks({
    ...printableDecks(project, value),
    shellFolder: KEPT_SHELL,
    productsOf: ({ slug }) => (slug === 'ada' ? [{ kind: 'html' }] : []),
    onPrinted: ({ products: [product] }) => {
      const [file] = product?.files ?? [];
      if (!file) return;
      expect(file.path).toBe('html/ada.html');
      html = Buffer.from(file.bytes).toString('utf8');
    },
  });
  expect(failures).toEqual([]);
  const path = join(temporary(), 'ada.html');
  writeFileSync(path, html);
  address = pathToFileURL(path).href;
  browser = await startBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  // A browser with a screen does this by default.
  await context.grantPermissions(['screen-wake-lock']);
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url.split(/[?#]/)[0] !== address) told.push(`asked for ${url}`);
  });
  context.on('weberror', (error) => told.push(String(error.error())));
  context.on('console', (message) => {
    if (/error|warning/.test(message.type())) told.push(message.text());
  });
});

afterAll(() => browser?.close());

const placeOf = (page: Page) => page.evaluate(() => location.hash);
const standsAt = (page: Page, place: string) => expect.poll(() => placeOf(page)).toBe(place);

async function openAt(place: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}${place}`);
  await page.locator('#slide-content .slidev-layout:visible').first().waitFor();
  return page;
}

test('a file has all that it needs, and no more than that', () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const addresses = [...style.matchAll(/url\(\s*["']?([^"')]{0,5})/g)].map(([, url]) => url);
  expect(new Set(addresses)).toEqual(new Set(['data:']));
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  // Mostly Slidev's client and its styles.
  expect(html.length).toBeLessThan(1_500_000);
});

test('nothing in it says where it was made', () => {
  for (const path of [ROOT, temporary(), 'theme/setup'].map((each) => each.replace(/\/$/, ''))) {
    expect({ path, at: html.indexOf(path) }).toEqual({ path, at: -1 });
  }
});

test('it turns its slides by keys, click by click, and shows its fonts and its diagram', async () => {
  const page = await openAt('');
  await standsAt(page, '#/1');
  expect(await page.title()).toBe('A talk');
  await page.keyboard.press('ArrowDown');
  await standsAt(page, '#/2');
  await page.keyboard.press('ArrowRight');
  await standsAt(page, '#/2?clicks=1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await standsAt(page, '#/4');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await standsAt(page, '#/1');
  const statuses = () => page.evaluate(() => [...document.fonts].map(({ status }) => status));
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  expect(new Set(await statuses())).toEqual(new Set(['loaded']));
  await page.keyboard.press('o');
  await page.locator('.mermaid').first().waitFor({ state: 'attached' });
  const words = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.mermaid')]
        .map(({ shadowRoot }) => shadowRoot?.textContent ?? '')
        .join(''),
    );
  await expect.poll(words).toMatch(/写[\s\S]*讲/);
  await page.close();
});

test('links lead to slides of the deck', async () => {
  const page = await openAt('#/5?clicks=9');
  await page.locator('#slide-content a:visible').first().click();
  await standsAt(page, '#/2');
  await page.close();
});

test('the presenter\u2019s window leads and follows, and hears nobody else', async () => {
  const page = await openAt('#/2');
  const opening = context.waitForEvent('page');
  await page.keyboard.press('p');
  const presenter = await opening;
  await standsAt(presenter, '#/presenter/2?clicks=0');
  await presenter.locator('.slidev-layout:visible').first().waitFor();
  // For notes, which are read from a metre away.
  const size = await presenter
    .locator('.grid-section.note .overflow-auto')
    .evaluate((note) => getComputedStyle(note).fontSize);
  expect(size).toBe('22px');
  await presenter.keyboard.press('ArrowDown');
  await expect.poll(() => placeOf(page)).toMatch(/^#\/3/);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => placeOf(presenter)).toMatch(/^#\/presenter\/4/);
  // The other window recognizes a reloaded one.
  await page.reload();
  await page.locator('#slide-content .slidev-layout:visible').first().waitFor();
  await presenter.keyboard.press('ArrowUp');
  await expect.poll(() => placeOf(page)).toMatch(/^#\/3/);
  // From an unknown window, or with a message that no window of ours would send.
  await page.evaluate(() => {
    const nav = { page: 1, clicks: 0, timer: { status: 'stopped', slides: {}, startedAt: 0, pausedAt: 0 } };
    window.postMessage({ talkdeck: 'nav', data: nav }, '*');
  });
  await presenter.evaluate(() => {
    window.opener.postMessage({ talkdeck: 'nav', data: { page: 1, clicks: 0, other: '<img>' } }, '*');
    window.opener.postMessage({ talkdeck: 'drawings', data: { 3: '<img src=x onerror=alert(1)>' } }, '*');
  });
  await presenter.keyboard.press('ArrowUp');
  await expect.poll(() => placeOf(page)).toMatch(/^#\/2/);
  expect(await page.locator('img[src=x]').count()).toBe(0);
  await presenter.close();
  await page.close();
});

test('it prints every slide on a page of its own', async () => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.goto(`${address}?print#/print`);
  await page.locator('html[data-printed]').waitFor({ state: 'attached' });
  const slides = await page.locator('.print-slide-container').count();
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
  expect(pdf.getPageCount()).toBe(slides);
  expect(slides).toBe(7);
  await page.close();
});

test('nothing of a summary ran, nothing was asked for, and nothing was complained of', async () => {
  const page = await openAt('#/4');
  await expect
    .poll(() => page.locator('#slide-content .slidev-layout:visible').first().textContent())
    .toContain('</script>');
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(told).toEqual([]);
});
