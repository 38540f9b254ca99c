import '../needs-browser.ts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { runs } from '../deep.ts';
import { HANGS_MS, openBrowser } from '../dev/pages-browser.ts';
import { type RunningDev, runServer } from '../dev/run-dev.ts';
import { isReady, stageOf, watchProblems } from '../present/stage-pages.ts';

/*
 * The sample evening on stage, slide by slide and click by click, while its server is killed, stopped and restarted,
 * and then for as long as an evening takes. `CHANGES=200` for fewer.
 */
const CHANGES = Number(process.env.CHANGES ?? runs(200, 2_000));
const TALK = 'content/talks/02-huang-dongxu.md';
const HOUR_MS = 3_600_000;
/** Growth from the middle of the soak to its end, as a factor. */
const MOST_GROWTH = 1.15;

let root: string;
let server: RunningDev;
let browser: Browser;
let context: BrowserContext;
let audience: Page;
let presenter: Page;
let third: Page;
const problems: string[] = [];
/** What the audience saw with the server running, by slide and click. */
const seen = new Map<string, Buffer>();

const present = (port: number) => runServer('present', root, ['--no-open', '--port', String(port)]);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-evening-'));
  cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
  [server, browser] = await Promise.all([present(0), openBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  context.setDefaultTimeout(HANGS_MS);
  await context.grantPermissions(['screen-wake-lock']);
  audience = await opened('');
  [presenter] = await Promise.all([context.waitForEvent('page'), audience.keyboard.press('p')]);
  watchProblems(presenter, problems);
  await isReady(presenter);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

async function opened(path: string): Promise<Page> {
  const page = await context.newPage();
  watchProblems(page, problems);
  await page.goto(server.url + path);
  await isReady(page);
  return page;
}

const PLACE = '[__talkdeck.nav.currentSlideNo.value, __talkdeck.nav.clicks.value].join("/")';
const placeOf = (page: Page) => stageOf(page).evaluate<string>(PLACE);

/** Once the slide is shown: it is there, nothing moves any more, and it is drawn. */
const STANDS = `(async () => {
  while (!__talkdeck.mounted.has(__talkdeck.nav.currentSlideNo.value)) await new Promise((go) => setTimeout(go, 10));
  await document.fonts.ready;
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})));
  await frame();
  await frame();
})()`;

async function picture(): Promise<Buffer> {
  await stageOf(audience).evaluate(STANDS);
  return audience.screenshot();
}

/** Number of pixels that differ from those with the server running. */
function differing(place: string, shot: Buffer): number {
  const [before, now] = [PNG.sync.read(seen.get(place) ?? shot), PNG.sync.read(shot)];
  const count = pixelmatch(before.data, now.data, undefined, now.width, now.height, { threshold: 0.05 });
  if (count > 0 && process.env.SHOW)
    for (const [name, data] of [
      ['before', seen.get(place)],
      ['now', shot],
    ] as const)
      if (data) writeFileSync(join(process.env.SHOW, `${place.replace('/', '-')}-${name}.png`), data);
  return seen.has(place) ? count : Number.NaN;
}

/** From the first slide through all clicks; both windows are always at the same position. */
async function walk(
  look: (place: string) => Promise<void>,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  await presenter.keyboard.press('Shift+Home');
  await expect.poll(() => placeOf(presenter)).toBe('1/0');
  const last = await stageOf(presenter).evaluate<number>('__talkdeck.nav.slides.value.length');
  for (let count = 1; ; count += 1) {
    const place = await placeOf(presenter);
    await expect.poll(() => placeOf(audience)).toBe(place);
    await look(place);
    const isLast = `__talkdeck.nav.clicks.value >= __talkdeck.nav.clicksTotal.value`;
    const isEnd = place.startsWith(`${last}/`) && (await stageOf(presenter).evaluate<boolean>(isLast));
    if (isEnd || count >= most) return count;
    await presenter.keyboard.press('ArrowRight');
    await expect.poll(() => placeOf(presenter)).not.toBe(place);
  }
}

const same = async (place: string) => {
  expect([place, differing(place, await picture())]).toEqual([place, 0]);
};

test('killed: every slide and click of every deck looks the same, to the pixel', {
  timeout: HOUR_MS,
}, async () => {
  const count = await walk(async (place) => void seen.set(place, await picture()));
  await server.stop('SIGKILL');
  expect(await walk(same)).toBe(count);
});

test('without a network, and with a server that says nothing, pages load again as they were', async () => {
  await context.setOffline(true);
  await walk(same, 20);
  await Promise.all([audience.reload(), presenter.reload()]);
  await Promise.all([isReady(audience), isReady(presenter)]);
  await same(await placeOf(audience));
  await context.setOffline(false);
  server = await present(server.port);
  process.kill(server.pid, 'SIGSTOP');
  await walk(same, 20);
  // A single window would show what the server has now; it does not wait for it.
  const url = presenter.url();
  await presenter.close();
  await audience.reload();
  await isReady(audience);
  await same(await placeOf(audience));
  presenter = await opened(url.slice(server.url.length));
  await walk(same, 10);
  process.kill(server.pid, 'SIGCONT');
});

test('started again: the slide is there all the time', async () => {
  const place = await placeOf(audience);
  await stageOf(audience).evaluate(STANDS);
  await server.stop('SIGKILL');
  let isBack = false;
  const again = present(server.port).then((started) => {
    server = started;
    isBack = true;
  });
  let pictures = 0;
  // And some time after: what the server sends when it is back changes nothing.
  for (let after = 0; after < 20; pictures += 1) {
    expect(differing(place, await audience.screenshot())).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (isBack) after += 1;
  }
  await again;
  console.log(`  ${pictures} pictures of ${place}`);
});

/** Script heap of each window in bytes, after garbage collection. */
async function heaps(): Promise<readonly number[]> {
  return Promise.all(
    [audience, presenter, third].map(async (page) => {
      const session = await context.newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      await session.send('Performance.enable');
      const { metrics } = await session.send('Performance.getMetrics');
      await session.detach();
      return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    }),
  );
}

test(`${CHANGES} changes of slide in three windows, with edits and kills between`, {
  timeout: HOUR_MS,
}, async () => {
  third = await opened('');
  const before = readFileSync(join(root, TALK), 'utf8');
  const samples: (readonly number[])[] = [];
  const news = () => presenter.locator('.stage-bar .news').textContent();
  const keys = [
    'ArrowRight',
    'PageDown',
    'ArrowDown',
    'n',
    'End',
    'PageUp',
    'Home',
    'Shift+N',
    'ArrowDown',
    'n',
  ];
  const every = CHANGES / 10;
  for (let change = 1; change <= CHANGES; change += 1) {
    const page = change % 3 === 0 ? audience : presenter;
    await page.keyboard.press(keys[change % keys.length] ?? 'ArrowRight');
    const place = await placeOf(page);
    for (const other of [audience, presenter, third])
      await expect.poll(() => placeOf(other)).toBe(await placeOf(page));
    if (place.startsWith('87/')) await page.keyboard.press('Shift+Home');
    if (change % every !== 0) continue;
    samples.push(await heaps());
    if ((change / every) % 2 === 1) {
      writeFileSync(join(root, TALK), `${before}\n## Said at change ${change}\n\n- It was so\n`);
      await expect.poll(news).toContain('\u6309 R');
      const times = () =>
        Promise.all(
          [audience, presenter, third].map((each) =>
            stageOf(each).evaluate<number>('performance.timeOrigin'),
          ),
        );
      const loaded = await times();
      await presenter.keyboard.press('r');
      await expect
        .poll(async () => (await times().catch(() => loaded)).every((time, index) => time !== loaded[index]))
        .toBe(true);
      await Promise.all([audience, presenter, third].map(isReady));
    } else {
      await server.stop('SIGKILL');
      await expect
        .poll(news)
        .toBe('\u670d\u52a1\u5668\u5df2\u65ad\u5f00\uff0c\u6f14\u793a\u4e0d\u53d7\u5f71\u54cd\u3002');
      server = await present(server.port);
    }
  }
  const megabytes = samples.map((each) => each.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join('/'));
  console.log(`  heap of three windows: ${megabytes.join(' ')} MB`);
  const sum = (sizes: readonly number[] = []) => sizes.reduce((all, size) => all + size, 0);
  expect(sum(samples.at(-1)) / sum(samples[Math.floor(samples.length / 2)])).toBeLessThan(MOST_GROWTH);
});

test('the console stays clean', () => {
  expect(problems).toEqual([]);
});
