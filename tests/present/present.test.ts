import '../needs-browser.ts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../src/present/manifest.ts';
import { FIXTURES } from '../cli/run-cli.ts';
import { HANGS_MS, openBrowser } from '../dev/pages-browser.ts';
import { type RunningDev, runServer } from '../dev/run-dev.ts';
import { coverOf, isReady, shows, slideOf, stageOf, swipe, watchProblems } from './stage-pages.ts';

/*
 * An evening of two days with breaks and the invented diagrams of its talks, presented in a real browser: first with
 * its server, then without.
 */
const TALK = 'content/talks/01-ada.md';
let root: string;
let server: RunningDev;
let browser: Browser;
let context: BrowserContext;
let audience: Page;
let presenter: Page;
let phone: Page;
const problems: string[] = [];

const present = (port: number | string) => runServer('present', root, ['--no-open', '--port', String(port)]);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-present-'));
  cpSync(join(FIXTURES, 'programme', 'content'), join(root, 'content'), { recursive: true });
  [server, browser] = await Promise.all([present(0), openBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(HANGS_MS);
  // A headless browser would deny it otherwise, and say so.
  await context.grantPermissions(['screen-wake-lock']);
  audience = await opened('');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** A page of the evening that has everything. */
async function opened(path: string): Promise<Page> {
  const page = await context.newPage();
  watch(page);
  await page.goto(server.url + path);
  await isReady(page);
  return page;
}

const watch = (page: Page) => watchProblems(page, problems);

/** The time at which the page was loaded. */
const timeOf = (page: Page) => stageOf(page).evaluate<number>('performance.timeOrigin');
const news = (page: Page) => page.locator('.stage-bar .news').textContent();
async function manifest(): Promise<Manifest> {
  const version = await stageOf(audience).evaluate<string>('document.documentElement.dataset.ready');
  const answer = await fetch(`${server.url}@stage/${version}/manifest.json`);
  return (await answer.json()) as Manifest;
}

/** Takes screenshots in sequence. Returns how much each differs from the first. */
function takePictures(page: Page): { stop(): Promise<readonly number[]> } {
  let isDone = false;
  const all = (async () => {
    const shots: PNG[] = [];
    do shots.push(PNG.sync.read(await page.screenshot()));
    while (!isDone);
    return shots;
  })();
  return {
    async stop() {
      isDone = true;
      const [first, ...rest] = await all;
      if (!first) throw new Error('no picture was taken');
      const { width, height, data } = first;
      return rest.map((shot) => pixelmatch(data, shot.data, undefined, width, height) / (width * height));
    },
  };
}

test('the terminal says when the browser needs it no more', async () => {
  await expect.poll(() => server.output()).toContain('Ready: the browser has all of it');
});

test('the presenter\u2019s window opens by a key, at the slide that is shown, and both go together', async () => {
  await audience.keyboard.press('ArrowDown');
  await shows(audience, 2);
  [presenter] = await Promise.all([context.waitForEvent('page'), audience.keyboard.press('p')]);
  watch(presenter);
  await isReady(presenter);
  await shows(presenter, 2);
  await presenter.keyboard.press('ArrowDown');
  await Promise.all([shows(audience, 3), shows(presenter, 3)]);
  await audience.keyboard.press('PageUp');
  await shows(presenter, 2);
  expect(await news(presenter)).toBe('Ready. The server may go.');
  expect(await presenter.locator('.stage-bar .place').textContent()).toMatch(/^Deck 1 of 7, slide 2 of \d+$/);
});

test('before the doors open a key tells the presenter what is ready, and what is to be done', async () => {
  const { decks, files } = await manifest();
  await presenter.keyboard.press('c');
  const line = (name: string) => presenter.locator(`.stage-ready [data-check=${name}]`);
  await line('secondScreen').waitFor();
  expect(await line('decks').textContent()).toBe(`${decks.length} decks, checked and built`);
  expect(await line('kept').textContent()).toBe(
    `All ${files.length} files are in this browser: the server and the network may go`,
  );
  const good = `[...document.querySelectorAll('.stage-ready [data-good=true]')].map(({ dataset }) => dataset.check)`;
  expect(await presenter.evaluate(good)).toEqual([
    'decks',
    'kept',
    'fonts',
    'pictures',
    'videos',
    'browser',
    'wakeLock',
  ]);
  expect(await line('secondScreen').textContent()).toContain('connect the projector');
  // A browser that has lost a file reports it.
  await presenter.evaluate(`caches.open('talkdeck-' + document.documentElement.dataset.ready)
    .then((cache) => cache.delete('${files[0]}'))`);
  await presenter.keyboard.press('c');
  await presenter.keyboard.press('c');
  await expect.poll(() => line('kept').textContent()).toContain('1 file not in this browser yet');
  await presenter.keyboard.press('Escape');
  expect(await presenter.locator('.stage-ready').isVisible()).toBe(false);
  await audience.keyboard.press('c');
  expect(await audience.locator('.stage-ready').isVisible()).toBe(false);
  await presenter.reload();
  await isReady(presenter);
});

test('keys lead through the evening; a number is the page of a deck', async () => {
  const { decks, slides } = await manifest();
  const [, ada, cyd] = decks;
  if (!ada || !cyd) throw new Error('the evening has too few decks');
  await audience.keyboard.press('n');
  await shows(audience, ada.first);
  await audience.keyboard.press('2');
  await audience.keyboard.press('Enter');
  await shows(audience, ada.first + 1);
  await audience.keyboard.press('End');
  await shows(audience, ada.first + ada.count - 1);
  await audience.keyboard.press('Shift+End');
  await shows(audience, slides.length);
  await audience.keyboard.press('Shift+N');
  await shows(audience, decks.at(-2)?.first ?? 0);
  await audience.keyboard.press('Shift+Home');
  await shows(presenter, 1);
});

test('a finger leads on and back, a closer look ends with the next slide, and all windows go together', async () => {
  const { decks } = await manifest();
  const ada = decks[1]?.first ?? 0;
  const session = await context.newCDPSession(audience);
  await audience.keyboard.press('n');
  await Promise.all([shows(audience, ada), shows(presenter, ada)]);
  // A new window goes to where the others are; what it does, they all do.
  const third = await opened('');
  await Promise.all([shows(third, ada), shows(audience, ada), shows(presenter, ada)]);
  await swipe(session, 900);
  await Promise.all([shows(audience, ada + 1), shows(presenter, ada + 1), shows(third, ada + 1)]);
  await swipe(session, 100);
  await shows(third, ada);
  await swipe(session, 900, 700, 500);
  await shows(third, ada + 1);
  await third.keyboard.press('ArrowUp');
  await Promise.all([shows(audience, ada), shows(presenter, ada)]);
  await third.close();

  await audience.mouse.move(960, 540);
  await presenter.keyboard.press('z');
  expect(await news(presenter)).toBe('The slide is enlarged (Z)');
  // From the presenter's window it is centred; the mouse over the audience's moves it.
  const scale = () => audience.evaluate("document.querySelector('#slide-content').style.scale");
  await expect.poll(scale).toBe('2');
  await audience.mouse.move(320, 180);
  const box = () =>
    audience.evaluate(
      `(({ left, top }) => [left, top].map((at) => Math.round(at / 10)))(document.querySelector('#slide-content').getBoundingClientRect())`,
    );
  await expect.poll(box).toEqual([-32, -18]);
  await swipe(session, 900);
  await shows(audience, ada + 1);
  await expect.poll(scale).toBe('');
  const size = () => presenter.evaluate("document.documentElement.style.getPropertyValue('--stage-notes')");
  await audience.keyboard.press('+');
  await expect.poll(size).toBe('28px');
  await audience.keyboard.press('-');
  await expect.poll(size).toBe('22px');
  // The presenter's window is already there.
  const loaded = await timeOf(presenter);
  await audience.keyboard.press('p');
  await audience.keyboard.press('Shift+Home');
  await Promise.all([shows(audience, 1), shows(presenter, 1)]);
  expect(await timeOf(presenter)).toBe(loaded);
});

test('a screen goes black and white by either window\u2019s key, and comes back by the next', async () => {
  await presenter.keyboard.press('b');
  await expect.poll(() => coverOf(audience)).toBe('black');
  expect(await coverOf(presenter)).toBeNull();
  expect(await news(presenter)).toBe('The screen is black (B)');
  await audience.keyboard.press('w');
  await expect.poll(() => coverOf(audience)).toBe('white');
  await presenter.keyboard.press('PageDown');
  await expect.poll(() => coverOf(audience)).toBeNull();
  // That key had no other effect.
  expect(await slideOf(audience)).toBe(1);
});

test('a break comes between two talks, says what comes next, and leads there', async () => {
  const { decks } = await manifest();
  const [, ada, cyd] = decks;
  await audience.keyboard.press('n');
  await shows(audience, ada?.first ?? 0);
  await audience.keyboard.press('End');
  await shows(audience, (cyd?.first ?? 0) - 1);
  await shows(presenter, (cyd?.first ?? 0) - 1);
  await presenter.keyboard.press('PageDown');
  await expect.poll(() => coverOf(audience)).toBe('break');
  expect(await audience.locator('.stage-break h1').textContent()).toBe('Coffee');
  expect(await audience.locator('.stage-break .left').textContent()).toMatch(/^1[45]:\d\d$/);
  expect(await audience.locator('.stage-break .next').textContent()).toContain(cyd?.title);
  // A black screen over it, and going back to the previous slide, leave its clock running.
  const ends = async () => {
    const left = (await audience.locator('.stage-break .left').textContent()) ?? '';
    const [minutes = 0, seconds = 0] = left.split(':').map(Number);
    return Date.now() / 1000 + minutes * 60 + seconds;
  };
  const end = await ends();
  await presenter.keyboard.press('b');
  await expect.poll(() => coverOf(audience)).toBe('black');
  await audience.keyboard.press('.');
  await expect.poll(() => coverOf(audience)).toBe('break');
  await presenter.keyboard.press('b');
  await expect.poll(() => coverOf(audience)).toBe('black');
  await presenter.keyboard.press('PageDown');
  await expect.poll(() => coverOf(audience)).toBe('break');
  const touch = await context.newCDPSession(audience);
  await swipe(touch, 100);
  await expect.poll(() => coverOf(audience)).toBeNull();
  expect(await slideOf(audience)).toBe((cyd?.first ?? 0) - 1);
  // The clock shows whole seconds, so the next one comes only after this check.
  await audience.evaluate('new Promise((resolve) => setTimeout(resolve, 2500))');
  await swipe(touch, 900);
  await expect.poll(() => coverOf(audience)).toBe('break');
  expect(Math.abs((await ends()) - end)).toBeLessThan(2);
  // A key that leads elsewhere ends it.
  await presenter.keyboard.press('Home');
  await shows(audience, ada?.first ?? 0);
  expect(await coverOf(audience)).toBeNull();
  await presenter.keyboard.press('End');
  await shows(audience, (cyd?.first ?? 0) - 1);
  expect(await coverOf(audience)).toBeNull();
  await swipe(touch, 900);
  await expect.poll(() => news(presenter)).toBe('Break: the next key goes on');
  await swipe(touch, 900);
  await Promise.all([shows(audience, cyd?.first ?? 0), shows(presenter, cyd?.first ?? 0)]);
  expect(await coverOf(audience)).toBeNull();
});

test('keys of a clicker that come before the slides are answered once they are there', async () => {
  const own = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  own.setDefaultTimeout(HANGS_MS);
  await own.grantPermissions(['screen-wake-lock']);
  const early = await own.newPage();
  watch(early);
  let release = (): void => {};
  const pressed = new Promise<void>((resolve) => {
    release = resolve;
  });
  await early.route('**/slides.js', async (route) => {
    await pressed;
    await route.continue();
  });
  const [asked] = await Promise.all([
    early.waitForRequest(/manifest\.json$/),
    early.goto(server.url, { waitUntil: 'commit' }),
  ]);
  await asked.response();
  for (const key of ['PageDown', 'PageDown', 'PageUp', 'b']) await early.keyboard.press(key);
  release();
  await shows(early, 2);
  await expect.poll(() => coverOf(early)).toBe('black');
  await own.close();
});

test('a phone leads through the evening, reads the notes, and puts a question on the screen with one tap', async () => {
  const { decks, questions, slides } = await manifest();
  const screen = { width: 390, height: 844 };
  const own = await browser.newContext({ viewport: screen, hasTouch: true, isMobile: true });
  own.setDefaultTimeout(HANGS_MS);
  phone = await own.newPage();
  watch(phone);
  await phone.goto(`${server.url}remote`);
  const title = () => phone.locator('h1').textContent();
  const wordsOf = (no: number) => slides[no - 1]?.words ?? '?';
  await audience.keyboard.press('Shift+Home');
  await shows(audience, 1);
  await expect.poll(title).toBe(wordsOf(1));
  await phone.locator('.keys .next').tap();
  await shows(audience, 2);
  await shows(presenter, 2);
  await expect.poll(title).toBe(wordsOf(2));
  await phone.locator('.keys .back').tap();
  await shows(audience, 1);
  await phone.locator('.keys .black').tap();
  await expect.poll(() => coverOf(audience)).toBe('black');
  await expect.poll(() => phone.locator('.alert').textContent()).toBe('The screen is black');
  await phone.locator('.keys .next').tap();
  await expect.poll(() => coverOf(audience)).toBeNull();
  expect(await slideOf(audience)).toBe(1);

  // Touch targets are large enough, and nothing is off the screen.
  const small = `[...document.querySelectorAll('button')].filter((button) => button.checkVisibility())
    .map((button) => button.getBoundingClientRect())
    .filter(({ width, height, right }) => width < 44 || height < 44 || right > innerWidth).length`;
  expect(await phone.evaluate(small)).toBe(0);
  await phone.locator('.tabs button').nth(1).tap();
  expect(await phone.evaluate(small)).toBe(0);
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);

  const [question] = questions;
  if (!question) throw new Error('the evening has no question');
  await phone.getByRole('button', { name: question.text }).tap();
  await shows(audience, question.slide);
  await shows(presenter, question.slide);
  await expect
    .poll(() => phone.locator('.question[aria-current=true]').textContent())
    .toContain(question.text);
  expect(await phone.locator('.place').textContent()).toContain(`Deck ${decks.length} of ${decks.length}`);
  await phone.locator('.tabs button').nth(0).tap();
  await audience.keyboard.press('Shift+Home');
  await audience.keyboard.press('n');
  await shows(audience, decks[1]?.first ?? 0);
  await audience.keyboard.press('n');
  await shows(audience, decks[2]?.first ?? 0);
});

test('what is saved is built aside and offered; nothing moves until the presenter takes it', async () => {
  const { decks } = await manifest();
  const cyd = decks[2]?.first ?? 0;
  const before = readFileSync(join(root, TALK), 'utf8');
  writeFileSync(
    join(root, TALK),
    `${before}
## A new slide

- With a new point
`,
  );
  await expect.poll(() => news(presenter)).toMatch(/^\d+ slides? changed: take (?:it|them) with R$/);
  expect(await slideOf(audience)).toBe(cyd);
  const loaded = await timeOf(audience);
  await audience.keyboard.press('r');
  expect(await timeOf(audience)).toBe(loaded);
  const pictures = takePictures(audience);
  await presenter.keyboard.press('r');
  await expect.poll(() => timeOf(audience).catch(() => loaded)).not.toBe(loaded);
  await Promise.all([isReady(audience), isReady(presenter)]);
  // The same slide has another number now.
  const now = (await manifest()).decks[2]?.first ?? 0;
  expect(now).toBeGreaterThan(cyd);
  await shows(audience, now);
  await shows(presenter, now);
  // The same slide stayed on screen, except for its page number.
  for (const share of await pictures.stop()) expect(share).toBeLessThan(0.01);
  // Its address follows, for a reload.
  expect(new URL(audience.url()).pathname).toBe(`/${now}`);
});

test('an error in content is shown only to the presenter, and changes nothing', async () => {
  const before = readFileSync(join(root, TALK), 'utf8');
  writeFileSync(join(root, TALK), `${before}\n<iframe src="https://example.org/"></iframe>\n`);
  await expect.poll(() => news(presenter)).toContain(`there are errors: ${TALK}:`);
  expect(server.output()).toContain('html-as-text');
  writeFileSync(join(root, TALK), before);
  await expect.poll(() => news(presenter)).toBe('Ready. The server may go.');
});

test('the server is killed: every slide still shows, in both windows, as before; a reload does, too', async () => {
  const { decks, slides, files } = await manifest();
  expect(files).toContain('/slides.js');
  const looks = new Map<number, string>();
  const look = async (no: number) => {
    await shows(audience, no);
    await expect.poll(() => stageOf(audience).evaluate<boolean>(`__talkdeck.mounted.has(${no})`)).toBe(true);
    // Headings are settled before the next frame is drawn.
    await stageOf(audience).evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    );
    const html = await stageOf(audience).locator(`.slidev-page-${no}`).innerHTML();
    // The order of classes depends on which came first, Slidev or settling headings.
    return html.replaceAll(
      /class="([^"]*)"/g,
      (_, names: string) => `class="${names.split(' ').sort().join(' ')}"`,
    );
  };
  await audience.keyboard.press('Shift+Home');
  for (let no = 1; no <= slides.length; no += 1) {
    looks.set(no, await look(no));
    if (no < slides.length)
      await audience.keyboard.press(decks.some(({ first }) => first === no + 1) ? 'n' : 'ArrowDown');
  }
  // A silent server keeps no window waiting, however often the browser has checked it for a new worker.
  process.kill(server.pid, 'SIGSTOP');
  for (let times = 1; times <= 2; times += 1) {
    const asked = await opened('');
    // A second after a page has loaded, browsers look for a new worker, and wait for that.
    await asked.evaluate('new Promise((resolve) => setTimeout(resolve, 2000))');
    await asked.close();
  }
  await server.stop('SIGKILL');
  await expect.poll(() => news(presenter)).toBe('The server is away; everything goes on.');
  await expect.poll(() => phone.locator('.alert').textContent()).toBe('No connection: trying again');
  await presenter.keyboard.press('Shift+Home');
  for (let no = 1; no <= slides.length; no += 1) {
    expect(await look(no)).toBe(looks.get(no));
    await shows(presenter, no);
    if (no < slides.length)
      await presenter.keyboard.press(decks.some(({ first }) => first === no + 1) ? 'n' : 'ArrowDown');
  }
  expect(await stageOf(audience).locator('[data-talkdeck-error]').count()).toBe(0);
  await Promise.all([audience.reload(), presenter.reload()]);
  await Promise.all([shows(audience, slides.length), shows(presenter, slides.length)]);
  const third = await context.newPage();
  watch(third);
  await third.goto(`${server.url}overview`);
  await expect.poll(() => third.locator('.slidev-page').count()).toBeGreaterThan(3);
  await third.close();
});

test('started again, with other content, it changes nothing until it is taken', async () => {
  const port = server.port;
  const last = await slideOf(audience);
  const loaded = await timeOf(audience);
  const before = readFileSync(join(root, TALK), 'utf8');
  writeFileSync(join(root, TALK), before.replace('With a new point', 'With another point'));
  server = await present(port);
  await expect.poll(() => news(presenter)).toMatch(/^\d+ slides? changed/);
  expect(await slideOf(audience)).toBe(last);
  expect(await timeOf(audience)).toBe(loaded);
  // A phone reconnects by itself, at the current slide.
  const place = await presenter.locator('.stage-bar .place').textContent();
  await expect.poll(() => phone.locator('.place').textContent()).toBe(place);
  await expect.poll(() => phone.locator('.alert').textContent()).toBe('');
  await phone.locator('.keys .back').tap();
  await shows(audience, last - 1);
  await phone.context().close();
});

test('another program at the same address is not mistaken for the evening', async () => {
  const { port } = server;
  await server.stop('SIGKILL');
  for (const page of context.pages()) await page.close();
  server = await runServer('dev', root, ['--port', String(port)]);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForSelector('#counts', { state: 'attached' });
  await page.reload();
  await page.waitForSelector('#counts', { state: 'attached' });
  expect(
    await page.evaluate<number>('navigator.serviceWorker.getRegistrations().then(({ length }) => length)'),
  ).toBe(0);
  expect(await page.evaluate<number>('caches.keys().then(({ length }) => length)')).toBe(0);
});

test('the console stays clean', () => {
  expect(problems).toEqual([]);
});
