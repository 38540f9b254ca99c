import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { holds, type LiveMeetup, mark, shows, startLive, WORDS } from './live.ts';
import { runDev } from './run-dev.ts';

const LAYOUT = 'templates/theme/layouts/points.vue';
const STYLES = 'templates/theme/styles/index.ts';
const DECK = 'huang-dongxu/5?clicks=4';

let live: LiveMeetup;
let page: Page;
const failed: string[] = [];

beforeAll(async () => {
  // No packages are installed next to it.
  live = await startLive((root) =>
    cpSync(join(ROOT, 'templates/theme'), join(root, 'templates/theme'), { recursive: true }),
  );
  page = await live.open(DECK);
  page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
  await shows(page, WORDS);
});
afterAll(() => live.stop());

/** Waits until the terminal shows the words. */
const says = (words: string, from: number) =>
  expect.poll(() => live.dev.output().slice(from)).toContain(words);

test('a theme of one\u2019s own has styles and fonts, without packages of its own', async () => {
  expect(failed).toEqual([]);
  const fonts = `document.fonts.load('16px Inter').then((faces) => faces.length)`;
  expect(await page.evaluate(fonts)).toBeGreaterThan(0);
  // Slides that wait for their turn are in the page, too.
  const size = 'getComputedStyle(document.querySelector(".slidev-page-5 h1:not([hidden])")).fontSize';
  // The previous slide may still be leaving.
  await expect.poll(() => page.evaluate(size)).toBe('40px');
});

test('a layout with an error is said, the slide stays, and is mended in place', async () => {
  const printed = live.dev.output().length;
  await live.edited(
    LAYOUT,
    (text) => text.replace('<template>', '<template><p v-if="(">'),
    async () => {
      await says('points.vue', printed);
      await shows(page, WORDS);
    },
  );
  await live.edited(
    LAYOUT,
    (text) => text.replace('<template>', '<template><p>MENDED</p>'),
    () => shows(page, 'MENDED'),
  );
  await holds(page, '!document.body.innerText.includes("MENDED")');
  expect(await mark(page)).toBe('here');
});

test('where a page would have to load anew it waits until the error is mended; a new page, too', async () => {
  const printed = live.dev.output().length;
  let second: Page | null = null;
  await live.edited(
    STYLES,
    (text) => `${text}\nconst = 3\n`,
    async () => {
      await says('index.ts', printed);
      second = await live.openBroken(DECK);
      await shows(page, WORDS);
      expect(await mark(page)).toBe('here');
    },
  );
  await holds(page, 'window.mark === undefined');
  for (const each of [page, second]) if (each) await shows(each, WORDS);
});

test('the server is killed: all slides show, the presenter is told; back again, it goes on where it is', async () => {
  const presenter = await live.open('huang-dongxu/presenter/5', 'presenter');
  const total = await page.evaluate<number>('__slidev__.nav.total');
  const isThere = (no: number) => `document.querySelector('.slidev-page-${no} .slidev-layout')`;
  const all = Array.from({ length: total }, (_, index) => isThere(index + 1)).join(' && ');
  await holds(page, all);
  await page.evaluate("window.mark = 'here'");
  await live.dev.stop('SIGKILL');
  const away = "document.querySelector('#talkdeck-overlay').shadowRoot.querySelector('.away')";
  await holds(presenter, `${away}.checkVisibility()`);
  expect(await presenter.evaluate(`${away}.textContent`)).toContain('\u8fde\u4e0d\u4e0a\u670d\u52a1\u5668');
  expect(await page.evaluate(`${away}.checkVisibility()`)).toBe(false);
  for (let no = 1; no <= total; no += 1) {
    await page.evaluate(`__slidev__.nav.go(${no})`);
    await holds(page, `${isThere(no)}.checkVisibility()`);
  }
  expect(await page.evaluate('document.body.textContent')).not.toContain('An error occurred');
  await presenter.close();
  await page.evaluate('__slidev__.nav.go(5, 2)');
  await holds(page, '__slidev__.nav.clicks === 2');
  expect(await mark(page)).toBe('here');
  const again = await runDev(live.root, ['--port', String(live.dev.port)]);
  try {
    expect((await fetch(`${again.url}huang-dongxu/5`)).status).toBe(200);
    await holds(page, 'window.mark === undefined');
    await holds(page, 'window.__slidev__?.nav.clicks === 2');
    expect(await page.evaluate('__slidev__.nav.currentSlideNo')).toBe(5);
    await shows(page, WORDS);
  } finally {
    await again.stop();
  }
});
