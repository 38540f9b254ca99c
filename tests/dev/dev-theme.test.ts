import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { holds, type LiveMeetup, mark, shows, startLive, WORDS } from './live.ts';

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

test('a link to another deck is only its words where a deck is shown alone', async () => {
  // All slides are in the page a few seconds after its first.
  const next =
    "document.querySelector('.kind-closing')?.textContent.includes('\u63a5\u4e0b\u6765\uff1a\u95ee\u7b54')";
  await holds(page, next);
  const selector = '.kind-closing a, .slide a[href*="qa"], a[href^="talkdeck:"], decklink';
  const links = `[...document.querySelectorAll('${selector}')].map((link) => link.outerHTML)`;
  expect(await page.evaluate(links)).toEqual([]);
});

test('a layout with an error is reported, each time, the slide stays, and is updated in place once it is fixed', async () => {
  for (const words of ['MENDED', 'MENDED AGAIN']) {
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
      (text) => text.replace('<template>', `<template><p>${words}</p>`),
      () => shows(page, words),
    );
    await holds(page, '!document.body.innerText.includes("MENDED")');
  }
  expect(await mark(page)).toBe('here');
});

test('the last of several saves of a layout is what every open deck shows', async () => {
  const other = await live.open('yuan-jinhui/4');
  const saved = (words: string) => (text: string) => text.replace('<template>', `<template><p>${words}</p>`);
  const text = live.read(LAYOUT);
  await live.edited(LAYOUT, saved('FIRST'), async () => {
    for (const [no, ms] of [0, 8, 16, 24, 32, 40].entries()) {
      live.write(LAYOUT, saved(`EARLIER${no}`)(text));
      await delay(ms);
      live.write(LAYOUT, saved(`LAST${no}`)(text));
      for (const each of [page, other]) await shows(each, `LAST${no}`);
    }
  });
  for (const each of [page, other]) await holds(each, '!/LAST/.test(document.body.innerText)');
  await other.close();
});

test('a page that would have to reload waits until the error is fixed; so does a new page', async () => {
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
