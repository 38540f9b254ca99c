import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { holds, type LiveMeetup, TALK } from './live.ts';
import { HANGS_MS } from './pages-browser.ts';
import { sharedLive, sharedTalk } from './shared-live.ts';

let live: LiveMeetup;
let deck: Page;

beforeAll(async () => {
  live = await sharedLive();
  deck = await sharedTalk();
  await deck.evaluate('__slidev__.nav.go(1)');
});
afterAll(() => deck.close());

const SPEAKERS = `speakers:
  - name: Maximiliane Hohenstein
    portrait: ../assets/face.png
  - Bartholom\u00e4us Oberhausen
  - Christophorus Weyermann
  - \u9ec4\u4e1c\u65ed`;
const TITLE =
  '\u60f3\u505a iPhone \u90a3\u6837\u7684\u5f00\u6e90\u8f6f\u4ef6\u4e5f\u8981\u5b9e\u8df5\u4e2d\u7684\u53d6\u820d';
/** Only names, as on a cover; another slide introduces the people. */
const withFour = (text: string) =>
  text
    .replace(/^speaker: .*$/m, SPEAKERS)
    .replace(/^(?:role|org|portrait): .*\n/gm, '')
    .replace(/^title: .*$/m, `title: ${TITLE}\ncover: ../assets/face.png`);

/** Positions on a cover, in pixels of its canvas, at whatever size it is shown. */
const layout = (
  slide: string,
) => `[...${slide}.querySelectorAll('.hero, .hero > *, ul, li, .person, .person img, p, wbr')]
  .map((each) => [each.localName, each.innerText ?? '', each.offsetLeft, each.offsetTop, each.offsetWidth, each.offsetHeight])`;

test('a cover on the home page is the slide, to the pixel: portraits, four people, line ends', async () => {
  mkdirSync(join(live.root, 'content/assets'), { recursive: true });
  const blue = new PNG({ width: 300, height: 400 });
  for (let at = 0; at < blue.data.length; at += 4) blue.data.set([0, 0, 255, 255], at);
  writeFileSync(join(live.root, 'content/assets/face.png'), PNG.sync.write(blue));
  const slide = `document.querySelector('#slide-content .slide.kind-cover')`;
  const home = await deck.context().newPage();
  const card = `document.querySelector('a.thumbnail[href="/huang-dongxu/"] .slide')`;
  try {
    // Open before the edit, with the line breaks of the old title.
    await home.goto(live.dev.url);
    await holds(home, `document.body.dataset.ready === '' && ${card}`);
    await live.edited(TALK, withFour, async () => {
      await holds(home, `${card}?.querySelectorAll('li').length === 4`);
      await holds(
        home,
        '[...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)',
      );
      await holds(deck, `${slide}?.querySelectorAll('li').length === 4`);
      for (const page of [home, deck]) await page.evaluate('document.fonts.ready.then(() => true)');
      // The deck is reloaded meanwhile.
      await vi.waitFor(
        async () => expect(await home.evaluate(layout(card))).toEqual(await deck.evaluate(layout(slide))),
        { timeout: HANGS_MS },
      );
      expect(await home.evaluate(`${card}.querySelector('img.ground').naturalWidth`)).toBe(300);
      const scrim = (of: string) => `[${of}.dataset.ground, ${of}.style.getPropertyValue('--scrim')]`;
      expect(await home.evaluate(scrim(card))).toEqual(await deck.evaluate(scrim(slide)));
      await deck.setViewportSize({ width: 1280, height: 960 });
      await holds(deck, `document.querySelector('#slide-content').getBoundingClientRect().height < 730`);
      // To the bottom of the slide, and no further.
      expect(await Promise.all([130, 830].map((y) => isBlue(deck, 1270, y)))).toEqual([true, true]);
      expect(await Promise.all([60, 900].map((y) => isBlue(deck, 1270, y)))).toEqual([false, false]);
      await deck.setViewportSize({ width: 1280, height: 720 });
      await deck.evaluate('window.hasFour = true');
    });
  } finally {
    await home.close();
  }
  // The speaker's name is in the deck's settings, which a page reads when it loads.
  await holds(deck, `!window.hasFour && ${slide}?.querySelectorAll('li').length === 1`);
});

/** A page's screenshot once everything is drawn. */
async function picture(page: Page): Promise<PNG> {
  await page.bringToFront();
  await page.evaluate(`Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    .then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    .then(() => true)`);
  return PNG.sync.read(await page.screenshot({ animations: 'disabled' }));
}

async function isBlue(page: Page, x: number, y: number): Promise<boolean> {
  const { data, width } = await picture(page);
  const [red = 0, , blue = 0] = data.subarray((y * width + x) * 4);
  return blue > red + 20;
}

/** Colours along the four edges of the window that differ from those three pixels further in. */
async function strangeEdges(page: Page): Promise<readonly string[]> {
  const { data, width, height } = await picture(page);
  const at = (x: number, y: number) => data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).join(',');
  const differing = (edge: string, inner: string) => (edge === inner ? [] : [`${edge} beside ${inner}`]);
  const rows = Array.from({ length: height - 60 }, (_, index) => index + 30);
  return [
    ...new Set(
      rows.flatMap((y) => [
        ...differing(at(0, y), at(3, y)),
        ...differing(at(width - 1, y), at(width - 4, y)),
      ]),
    ),
    ...differing(at(width >> 1, 0), at(width >> 1, 3)),
    ...differing(at(width >> 1, height - 1), at(width >> 1, height - 4)),
  ];
}

test.each([
  [1280, 720],
  [1366, 768],
  [1920, 1080],
  [1360, 768],
  // With browser zooms of 110 and 175 %.
  [1745, 981],
  [1097, 617],
  [3840, 2160],
])('a slide fills a screen of %i x %i to its edges', async (width, height) => {
  await deck.setViewportSize({ width, height });
  await holds(deck, `document.querySelector('#slide-content').getBoundingClientRect().width >= ${width}`);
  await holds(deck, `document.querySelector('#slide-content').getBoundingClientRect().height >= ${height}`);
  expect(await strangeEdges(deck)).toEqual([]);
});

test.each([
  [1024, 768],
  [1280, 801],
  [2560, 1080],
])('the panel of a cover goes on to the edges of a window of %i x %i', async (width, height) => {
  await deck.setViewportSize({ width, height });
  await holds(
    deck,
    `Math.abs(document.querySelector('#slide-container').getBoundingClientRect().width - ${width}) < 1`,
  );
  const { data } = await picture(deck);
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  const panel = at(4, height >> 1);
  expect(Math.min(...panel)).toBeLessThan(128);
  // Where an edge falls between two pixels, a browser mixes them; 2 of 255 levels are invisible.
  const strange = [at(0, 0), at(0, height >> 1), at(0, height - 1)].filter((color) =>
    color.some((part, channel) => Math.abs(part - (panel[channel] ?? 0)) > 2),
  );
  expect(strange).toEqual([]);
});

test('on a phone the panel of a cover ends above its words', async () => {
  await deck.setViewportSize({ width: 390, height: 844 });
  await holds(deck, `document.documentElement.classList.contains('tall')`);
  const { data } = await picture(deck);
  const at = (x: number, y: number) => [...data.subarray((y * 390 + x) * 4, (y * 390 + x) * 4 + 3)];
  expect(Math.min(...at(380, 100))).toBeLessThan(128);
  expect(at(380, 820)).toEqual([255, 255, 255]);
});

test('beside a slide is paper where the screen has another shape', async () => {
  await deck.setViewportSize({ width: 1280, height: 960 });
  await holds(deck, `document.querySelector('#slide-content').getBoundingClientRect().height < 730`);
  const { data, width } = await picture(deck);
  expect([...data.subarray((10 * width + 640) * 4, (10 * width + 640) * 4 + 3)]).toEqual([255, 255, 255]);
});
