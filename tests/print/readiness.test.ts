import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readiness } from '../../src/print/page/readiness.ts';
import { startBrowser } from './start-browser.ts';

const FONT = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'),
);
const PAGE = `<style>@font-face { font-family: Late; src: url(/late.woff2) }</style>
<script>globalThis.__talkdeck = { mounted: new Set([1]), errors: [] }</script><body></body>`;

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
});

test('a slide that has just been put on the page still waits for its fonts', async () => {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name ??= (target) => target');
  let sendFont = (): void => {};
  const asked = new Promise<void>((resolve) => {
    sendFont = resolve;
  });
  await page.route('**/*', async (route) => {
    if (!route.request().url().endsWith('.woff2'))
      return route.fulfill({ body: PAGE, contentType: 'text/html' });
    await asked;
    return route.fulfill({ body: FONT, contentType: 'font/woff2' });
  });
  await page.goto('https://talkdeck.invalid/');
  const slide = '<div class="print-slide-container" id="001-01" style="font-family: Late">Text</div>';
  // In one task, so that the browser cannot lay out the slide in between.
  const state = await page.evaluate(`document.body.innerHTML = '${slide}'; (${readiness})()`);
  expect(state).toEqual({ shown: 1, containers: 1, page: 'fonts', slides: [] });
  sendFont();
  await page.evaluate('document.fonts.ready.then(() => {})');
  expect(await page.evaluate(readiness)).toEqual({ shown: 1, containers: 1, page: null, slides: [] });
});
