/// <reference lib="dom" />
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { recordMade } from '../../src/export/made.ts';
import { gateOf } from '../../src/server/check-request.ts';
import { listen } from '../../src/server/listen.ts';
import { siteRoutes } from '../../src/site/serve-site.ts';
import { parseReport, ROOT, runCli } from '../cli/run-cli.ts';
import { talk } from '../compile-meetup.ts';
import { openBrowser } from '../dev/pages-browser.ts';
import { type LoggedBrowser, loggedBrowser } from '../e2e/logged-browser.ts';
import { ownTemporary } from '../own-temporary.ts';
import { type PlainHost, serveBelow } from './serve-below.ts';
import { brokenLinks } from './walk-links.ts';

const EVENT = '---\ntitle: Night\nlang: en\nhost: Hanna\nreveal: true\nsource: said.txt\n---\n';
const BODY =
  '## Numbers\n\n- First [L2]\n- Second, see [the rest](#the-rest)\n\n<!-- Said hushhush -->\n\n## The rest\n\n- Third\n\n## The end\n\n- Last\n';
const DIAGRAM = '## The way\n\n```mermaid\nflowchart LR\n  A[Write] --> B[Speak]\n```\n';
const BO = talk(`${BODY}\n${DIAGRAM}`)
  .replace('speaker: Ada', 'speaker: Bo')
  .replace('title: A talk', 'title: Another');
/** Questions of the moderator's page: the first, two that are equal, one with a number in it, a tenth. */
const QUESTIONS = [
  ['Why?', 'Reasons'],
  ['How of money?', 'Ways'],
  ['When?', 'Times'],
  ['When?', 'Times'],
  ['What came in 2025?', 'Times'],
  ['Who?', 'Money'],
  ['Where to?', 'Ways'],
  ['What else?', 'Ways'],
  ['And then?', 'Ways'],
  ['Is there more money?', 'Reasons'],
] as const;
const FILES = {
  'content/event.md': EVENT,
  'content/said.txt': 'Good evening.\nFirst and second.\n',
  'content/talks/01-ada.md': talk(BODY),
  'content/talks/02-bo.md': BO.replace('- Last', '- Last, and fewer'),
  ...Object.fromEntries(
    QUESTIONS.map(([question, topic], index) => [
      `content/qa/${String(index + 1).padStart(2, '0')}.md`,
      `---\nquestion: ${question}\naskedBy: Hanna\naskedTo: Ada\ntopic: ${topic}\n---\n\n### Ada\n\n- Because.\n\n<!-- Answered hushhush -->\n`,
    ]),
  ),
};

const temporary = ownTemporary('slides', beforeAll, afterAll);
const told: string[] = [];
let root: string;
let logged: LoggedBrowser;
let host: PlainHost;
let browser: Browser;
let context: BrowserContext;

const site = (...flags: readonly string[]) => runCli(['site', '--json', ...flags], root);
const folder = () => join(root, 'out/site');
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeAll(async () => {
  root = join(temporary(), 'meetup');
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  await exportedSlide('bo', 5, 8);
  logged = await loggedBrowser(temporary());
  vi.stubEnv('CHROME_PATH', logged.path);
  const { code, stdout } = await site();
  if (code !== 0) throw new Error(stdout);
  host = await serveBelow(folder(), '/of/an/evening/');
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  // A browser with a screen does this by default.
  await context.grantPermissions(['screen-wake-lock']);
  context.on('request', (request) => {
    if (!request.url().startsWith(host.address) && !/^(?:data|blob):/.test(request.url()))
      told.push(`asked for ${request.url()}`);
  });
  context.on('response', (response) => {
    if (!response.ok()) told.push(`${response.status()} ${response.url()}`);
  });
  context.on('weberror', (error) => told.push(String(error.error())));
  context.on('console', (message) => {
    if (/error|warning/.test(message.type())) told.push(message.text());
  });
});

// Windows of one test would follow those of the next.
afterEach(async () => {
  for (const page of context.pages()) await page.close();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await browser?.close();
  await host?.close();
});

/** Leaves the picture of a slide, as an export does. */
async function exportedSlide(slug: string, number: number, slides: number) {
  const file = `png/${slug}/${slug}-${String(number).padStart(2, '0')}.png`;
  mkdirSync(dirname(join(root, 'out', file)), { recursive: true });
  const drawn = sharp({ create: { width: 980, height: 552, channels: 3, background: '#0b5cad' } });
  writeFileSync(join(root, 'out', file), await drawn.png().toBuffer());
  const project = openProject(root);
  const { value } = compile(project);
  if (!value) throw new Error('the meetup has errors');
  const product = { kind: 'png' as const, pages: 1, bytes: 1, files: [file] };
  const deck = { slug, slides, seconds: 0, cache: 'miss' as const, products: [product] };
  recordMade(project, value, { decks: [deck], whole: null });
}

async function open(path: string, within = context): Promise<Page> {
  const page = await within.newPage();
  await page.goto(`${host.address}${path}`);
  await page.locator('.slidev-layout:visible').first().waitFor();
  return page;
}

async function openModerator() {
  const moderator = await context.newPage();
  await moderator.goto(`${host.address}moderate.html`);
  // Marks from another test.
  await moderator.evaluate(() => localStorage.clear());
  await moderator.reload();
  const slides = await moderator
    .locator('[data-number]')
    .evaluateAll((rows: HTMLElement[]) => rows.map(({ dataset }) => [dataset.number, dataset.slide]));
  const ofNumber = Object.fromEntries(slides);
  return { moderator, slideOf: (number: number) => new RegExp(`^#/${ofNumber[number]}\\b`) };
}

const standsAt = (page: Page, place: string | RegExp) =>
  expect.poll(() => page.evaluate(() => location.hash)).toMatch(place);

/** Paths of all text files. */
const texts = () =>
  (readdirSync(folder(), { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
    .filter((entry) => entry.isFile() && /\.(?:js|css|html|json)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
const sizes = () => texts().map((path) => statSync(path).size);
/** The text of all files of the site. */
const allText = () =>
  texts()
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

describe('slides on the site', () => {
  it('are presented by `--serve` as by a host, under its policy', async () => {
    const gate = gateOf('127.0.0.1', () => '');
    const served = await listen(siteRoutes(folder(), '/of/'), { host: '127.0.0.1', port: 0, gate });
    const [own, refused] = [await browser.newContext(), [] as string[]];
    try {
      own.on('console', (message) => void (/error/.test(message.type()) && refused.push(message.text())));
      const page = await own.newPage();
      await page.goto(`http://localhost:${served.port}/of/slides/bo/#/2`);
      await page.locator('.slidev-layout:visible').first().waitFor();
      await page.goto(`http://localhost:${served.port}/of/talks/bo.html`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
      await page.getByRole('searchbox').waitFor();
      expect(refused).toEqual([]);
    } finally {
      await own.close();
      await served.close();
    }
  });

  it('hold nothing that is not published, and nothing of this machine', () => {
    const text = allText();
    for (const secret of ['hushhush', 'L2', ROOT, temporary(), 'said.txt', 'theme/setup']) {
      expect({ secret, at: new RegExp(`\\W${secret}\\b`).exec(text)?.index ?? null }).toEqual({
        secret,
        at: null,
      });
    }
    expect(brokenLinks(folder())).toEqual([]);
  });

  it('open where a link says, with all that the slide shows, and turn by keys', async () => {
    const page = await context.newPage();
    await page.goto(`${host.address}talks/ada.html`);
    await page.getByRole('link', { name: 'Slide 3' }).click();
    await page.locator('.slidev-layout:visible').first().waitFor();
    await standsAt(page, /^#\/3\?clicks=1$/);
    await expect.poll(() => page.getByText('Third').first().isVisible()).toBe(true);
    expect(await page.title()).toBe('A talk');
    await page.keyboard.press('ArrowRight');
    await standsAt(page, /^#\/4/);
    await page.keyboard.press('Home');
    await standsAt(page, /^#\/1/);
    await page.keyboard.press('o');
    await expect.poll(() => page.locator('.slidev-layout:visible').count()).toBeGreaterThan(5);
    await page.close();
  });

  it('show diagrams that were drawn before, with no style that is not known', async () => {
    const path = 'slides/bo/index.html';
    const page = await open(`${path}#/5`);
    const drawing = page.locator('.mermaid:visible').first();
    const labels = () => drawing.evaluate(({ shadowRoot }) => shadowRoot?.textContent);
    await expect.poll(labels).toMatch(/Write\s*Speak/);
    const ink = await drawing.evaluate(({ shadowRoot }) => {
      const box = shadowRoot?.querySelector('.node rect');
      return box ? [getComputedStyle(box).stroke, box.getBoundingClientRect().width > 50] : null;
    });
    expect(ink).toEqual([expect.stringMatching(/^rgb/), true]);
    await page.close();
    expect(readFileSync(join(folder(), path), 'utf8')).not.toMatch(/style-src [^;]*'unsafe-inline'/);
    // Mermaid itself has more than three.
    expect(Math.max(...sizes())).toBeLessThan(2 ** 20);
  });

  it('lend their drawings and pictures to the text', async () => {
    const page = await context.newPage();
    await page.goto(`${host.address}talks/bo.html`);
    const drawing = page.getByRole('img', { name: 'Diagram · Write → Speak' });
    await drawing.scrollIntoViewIfNeeded();
    const size = () => drawing.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(size).toBeGreaterThan(100);
    await page.getByText('The diagram in words').click();
    await page.locator('.flow').getByText('Speak').waitFor();
    const picture = page.getByRole('link', { name: 'Slide 5' });
    expect(await picture.getAttribute('href')).toContain('slides/bo/index.html#/5');
    await picture.scrollIntoViewIfNeeded();
    const isLoaded = () => picture.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(isLoaded).toBe(480);
    await page.close();
    const svg = readFileSync(join(folder(), 'drawn/bo-1.svg'), 'utf8');
    expect(svg).toMatch(/--accent: ?#[\da-f]{6}/);
    // Labels were measured in these fonts, and an image loads none from elsewhere.
    expect(svg).toMatch(/@font-face \{ src: url\("data:font\/woff2[^}]+font-family: ['"]?Inter/);
    expect(svg).not.toMatch(/<script|\son\w+=|url\((?!"data:|#)|href="(?!#)/);
  });

  it('of another deck are a click away, and so is the text without scripts', async () => {
    const page = await open('slides/qa/index.html#/4?clicks=9');
    await page.locator('#slide-content a[href^="talkdeck:"]:visible').first().click();
    await page.waitForURL(`${host.address}slides/ada/index.html#/1`);
    await page.close();
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${host.address}slides/qa/index.html`);
    await still.getByRole('link').click();
    await still.waitForURL(`${host.address}qa.html`);
    await plain.close();
  });

  it('follow the presenter in every window of the deck, and readers follow nobody', async () => {
    const [one, two, other] = [
      await open('slides/ada/#/2'),
      await open('slides/ada/'),
      await open('slides/bo/#/2'),
    ];
    await one.keyboard.press('ArrowDown');
    await standsAt(one, /^#\/3/);
    const opening = context.waitForEvent('page');
    await two.keyboard.press('p');
    const presenter = await opening;
    await standsAt(presenter, /^#\/presenter\/1/);
    await presenter.locator('.slidev-layout:visible').first().waitFor();
    await presenter.keyboard.press('End');
    await presenter.keyboard.press('ArrowUp');
    const last = (await two.locator('#app').count()) && (await presenter.evaluate(() => location.hash));
    const number = /\d+/.exec(String(last))?.[0];
    await standsAt(one, new RegExp(`^#/${number}`));
    await standsAt(two, new RegExp(`^#/${number}`));
    await two.keyboard.press('Home');
    await standsAt(presenter, /^#\/presenter\/1/);
    await standsAt(other, /^#\/2/);
    // A new window goes to where the presenter is.
    await presenter.keyboard.press('ArrowDown');
    await standsAt(presenter, /^#\/presenter\/2/);
    await standsAt(await open('slides/ada/'), /^#\/2/);
  });

  it('follow the moderator, who sees where they are, and which questions were answered', async () => {
    const moderator = await context.newPage();
    await moderator.goto(`${host.address}qa.html`);
    await moderator.getByRole('link', { name: 'Moderate' }).click();
    const line = moderator.locator('.on-air');
    await expect.poll(() => line.textContent()).toContain('No window');
    const audience = await open('slides/qa/index.html');
    await expect.poll(() => line.textContent()).toBe('Slide 1');
    await moderator.getByRole('searchbox').fill('reasons');
    await moderator.keyboard.press('Enter');
    const [, slide] = /slides\/qa\/index\.html#\/(\d+)\?clicks/.exec(
      readFileSync(join(folder(), 'qa.html'), 'utf8'),
    ) ?? ['', '?'];
    await standsAt(audience, new RegExp(`^#/${slide}\\b`));
    await expect.poll(() => line.textContent()).toBe('Q1 Why?');
    // A new window is there, too, and the answer that the audience's keys lead to belongs to that question.
    const late = await open('slides/qa/index.html');
    await standsAt(late, new RegExp(`^#/${slide}\\b`));
    await audience.keyboard.press('ArrowDown');
    await expect.poll(() => line.textContent()).toBe('Q1 Why?');
    await moderator.keyboard.press('Escape');
    await moderator.keyboard.press('x');
    await expect.poll(() => moderator.locator('.left').textContent()).toBe('9 of 10 open');
    await moderator.reload();
    expect(await moderator.getByRole('checkbox', { name: 'Answered · Q1', exact: true }).isChecked()).toBe(
      true,
    );
    await expect.poll(() => line.textContent()).toBe('Q1 Why?');
    await moderator.getByRole('searchbox').fill('xyzzyx');
    await moderator.getByText('Nothing found').waitFor();
  });

  it('show the question that a moderator means, and keep one mark for each', async () => {
    const { moderator, slideOf } = await openModerator();
    const audience = await open('slides/qa/index.html');
    const search = moderator.getByRole('searchbox');
    // Their numbers and words also occur elsewhere, further up the page.
    for (const [typed, number] of [
      ['10', 10],
      ['1', 1],
      ['2025', 5],
      ['＃７', 7],
      ['money', 2],
    ] as const) {
      await search.fill(typed);
      await search.press('Enter');
      await standsAt(audience, slideOf(number));
    }
    await search.press('Escape');
    const current = moderator.locator('.asked-for[aria-current="true"]');
    expect(await current.getAttribute('data-number')).toBe('2');
    await moderator.getByRole('button', { name: 'Show · Q2', pressed: true }).waitFor();
    // These keys scroll.
    await moderator.keyboard.press('PageDown');
    await moderator.keyboard.press('ArrowRight');
    await standsAt(audience, slideOf(3));
    await moderator.keyboard.press('x');
    const left = moderator.getByRole('status').filter({ hasText: 'open' });
    expect(await left.textContent()).toBe('9 of 10 open');
    await moderator.keyboard.press('ArrowRight');
    await standsAt(audience, slideOf(4));
    await moderator.keyboard.press('x');
    expect(await left.textContent()).toBe('8 of 10 open');
  });

  it('tell the moderator where the window for the audience is, as long as it is there', async () => {
    const { moderator, slideOf } = await openModerator();
    const button = moderator.getByRole('link', { name: 'audience' });
    const opening = context.waitForEvent('page');
    await button.click();
    const audience = await opening;
    await audience.locator('.slidev-layout:visible').first().waitFor();
    await moderator.getByRole('searchbox').fill('1');
    await moderator.keyboard.press('Enter');
    await standsAt(audience, slideOf(1));
    // Its own keys move on, and the button leaves it there.
    await audience.keyboard.press('ArrowDown');
    await audience.keyboard.press('ArrowDown');
    await moderator.getByText('Q2 How of money?').and(moderator.getByRole('status')).waitFor();
    await button.click();
    await moderator.getByRole('searchbox').press('Escape');
    await standsAt(audience, slideOf(2));
    // Looking something up in another tab does not affect what the audience sees.
    const told = moderator.evaluate(
      () =>
        new Promise((resolve) => {
          const channel = new BroadcastChannel(`talkdeck ${new URL('slides/qa/', location.href).pathname}`);
          channel.onmessage = ({ data }) => {
            if (data.talkdeck === 'at' && data.data.page === 2) setTimeout(resolve);
          };
        }),
    );
    const other = await open('slides/qa/index.html#/1?clicks=1');
    await other.keyboard.press('ArrowDown');
    await told;
    expect(await moderator.locator('.on-air').textContent()).toBe('Q2 How of money?');
    await other.close();
    await audience.close();
    await moderator.getByText('No window of this browser').waitFor();
  });

  it('turn by a finger on a phone', async () => {
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await open('slides/ada/#/1', phone);
    const session = await phone.newCDPSession(page);
    const touch = (type: string, x: number | null) =>
      session.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: x === null ? [] : [{ x, y: 400 }],
      });
    await touch('touchStart', 300);
    for (const x of [250, 200, 150, 100]) await touch('touchMove', x);
    await touch('touchEnd', null);
    await standsAt(page, /^#\/2/);
    const room = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(room).toBeLessThanOrEqual(0);
    await phone.close();
  });

  it('were shown without a complaint, and asked nobody else', () => {
    expect(told).toEqual([]);
  });

  it('and pages are there without a network once loaded, and new ones once there is one', async () => {
    const reader = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await reader.newPage();
    await page.goto(`${host.address}index.html`);
    const kept = (path: string) =>
      page.evaluate(async (part) => {
        for (const name of await caches.keys())
          for (const { url } of await (await caches.open(name)).keys()) if (url.includes(part)) return true;
        return false;
      }, path);
    for (const path of ['talks/bo.html', 'search-data.js', 'site.css'])
      await expect.poll(() => kept(path)).toBe(true);
    await page.goto(`${host.address}slides/ada/index.html`);
    await page.locator('.slidev-layout:visible').first().waitFor();
    await expect.poll(() => kept('slides/ada/titles.js')).toBe(true);
    const port = Number(new URL(host.address).port);
    await host.close();
    await page.reload();
    await page.locator('.slidev-layout:visible').first().waitFor();
    await page.keyboard.press('End');
    await standsAt(page, /^#\/[5-9]/);
    await page.goto(`${host.address}talks/bo.html`);
    expect(await page.locator('h1').textContent()).toBe('Another');
    await page.getByRole('searchbox').fill('fewer');
    await page.locator('[data-search] li a').first().click();
    await page.waitForURL(/bo\.html#the-end$/);
    write('content/talks/02-bo.md', BO.replace('Another', 'Changed'));
    await site();
    host = await serveBelow(folder(), '/of/an/evening/', port);
    await page.goto(`${host.address}talks/bo.html`);
    expect(await page.locator('h1').textContent()).toBe('Changed');
    await reader.close();
  });

  it('are not built again, except for a changed deck; notes come with it once they are published', async () => {
    expect(parseReport(await site())).toMatchObject({ written: [] });
    write('content/talks/01-ada.md', talk(BODY.replace('Third', 'Fourth')));
    const starts = logged.starts().length;
    const changed = parseReport(await site()).written as readonly string[];
    // Diagrams of other decks were drawn earlier.
    expect(logged.starts()).toHaveLength(starts);
    expect(changed.filter((path) => path.startsWith('slides/') && !path.startsWith('slides/ada/'))).toEqual(
      [],
    );
    expect(changed.some((path) => path.startsWith('slides/ada/assets/'))).toBe(true);
    expect(changed.filter((path) => path.startsWith('app/shell/'))).toEqual([]);
    write('content/event.md', EVENT.replace('host:', 'publish: [notes]\nhost:'));
    await site();
    const text = allText();
    expect(text).toContain('Said hushhush');
    expect(text).toContain('Answered hushhush');
    expect(text).not.toMatch(/\WL2\b/);
    const { removed } = parseReport(await site('--no-slides')) as unknown as { removed: readonly string[] };
    expect(removed).toContain('slides/ada/index.html');
    rmSync(folder(), { recursive: true });
  });
});
