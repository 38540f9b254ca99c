import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixLinks } from '../../../src/print/page/show-deck.ts';
import { startBrowser } from '../start-browser.ts';

let browser: Awaited<ReturnType<typeof startBrowser>>;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('links lead to slides of their deck; invalid ones, or those that lead nowhere, are reported', async () => {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name ??= (target) => target');
  await page.goto('about:blank');
  const links = ['#2', '#./start', '#%E4%B8%80', '#note', '#9', '#%ff', 'https://example.org/%ff'];
  await page.setContent(
    `<div class="print-slide-container" data-slide="1"><p id="note"></p>
    ${links.map((href) => `<a href="${href}">a</a>`).join('')}</div>`,
  );
  const slides = [
    { deck: 0, alias: null },
    { deck: 1, alias: 'start' },
    { deck: 1, alias: '\u4e00' },
  ];
  const problems = await page.evaluate(fixLinks, slides);
  const left = `[...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))`;
  expect(await page.evaluate(left)).toEqual([
    '#slide-2',
    '#slide-1',
    '#slide-2',
    '#note',
    null,
    null,
    'https://example.org/%ff',
  ]);
  expect(problems).toEqual(
    ['#9', '#%ff'].map((href) => ({
      slide: 1,
      kind: 'dead-link',
      detail: `the link "${href}" leads to no slide of the deck`,
    })),
  );
});
