import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURES, ROOT, runCli } from '../cli/run-cli.ts';
import { openBrowser } from '../dev/pages-browser.ts';
import { runServer } from '../dev/run-dev.ts';
import { brokenLinks } from './walk-links.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The sample, in Chinese, and a realistic English evening. */
const MEETUPS = {
  zh: { from: ROOT, talk: 'talks/huang-dongxu.html' },
  en: { from: join(FIXTURES, 'english'), talk: 'talks/nora.html' },
} as const;
type Name = keyof typeof MEETUPS;

let temp: string;
let browser: Browser;

beforeAll(async () => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-site-')));
  for (const [name, { from }] of Object.entries(MEETUPS)) {
    cpSync(join(from, 'content'), join(temp, name, 'content'), { recursive: true });
    await runCli(['check', '--fix', '--yes'], join(temp, name));
    const { code, stderr } = await runCli(['site', '--no-slides'], join(temp, name));
    if (code !== 0) throw new Error(stderr);
  }
  browser = await openBrowser();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(temp, { recursive: true });
});

/** Opened from the folder, which is the strictest host. */
async function open(
  name: Name,
  path: string,
  width: number,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ readonly page: Page; readonly asked: readonly string[]; readonly refused: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) asked.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto(pathToFileURL(join(temp, name, 'out/site', path)).href);
  return { page, asked, refused };
}

describe.each(['zh', 'en'] as const)('the site in %s', (name) => {
  const { talk } = MEETUPS[name];
  const paths = ['index.html', talk, 'qa.html', '404.html'];

  it('has only links that lead somewhere', () => {
    expect(brokenLinks(join(temp, name, 'out/site'))).toEqual([]);
  });

  it('fits a phone, in a screen reader, light and dark, and asks nobody for anything', async () => {
    for (const path of paths) {
      for (const [width, scheme] of [
        [390, 'light'],
        [1280, 'dark'],
      ] as const) {
        const { page, asked, refused } = await open(name, path, width, scheme);
        const room = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        await page.evaluate(AXE);
        const violations = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: {
              run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          };
          // It would request the style sheets again, which a page opened from a folder may not.
          return (await axe.run({ preload: false })).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
          );
        });
        await page.close();
        expect({ path, room: Math.max(0, room), violations, asked, refused }).toEqual({
          ...{ path, room: 0, violations: [], asked: [], refused: [] },
        });
      }
    }
  });
});

it('is shown by `site --serve` until it is interrupted', async () => {
  const args = ['--no-slides', '--port', '0'];
  const served = await runServer('site', join(temp, 'en'), args);
  try {
    const page = await browser.newPage();
    await page.goto(served.url);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Shipping Night');
    await page.close();
    expect(served.output()).toMatch(
      /^\d+ pages in .*\nThe site is at http:\/\/localhost:\d+\/ \(Ctrl-C ends it\)\n$/,
    );
  } finally {
    expect((await served.stop()).code).toBe(0);
  }
});

describe('search', () => {
  it.each([
    ['zh', '唯一的产品', 'talks/huang-dongxu.html#pingcap-只做-tidb'],
    ['zh', 'tidb 商业', 'qa.html#q6'],
    ['en', 'idempotnet', 'talks/nora.html#steps-if-you-want-to-do-this-at-home'],
  ] as const)('in %s finds “%s” and leads to its place', async (name, typed, target) => {
    const { page } = await open(name, 'index.html', 1280);
    await page.getByRole('searchbox').fill(typed);
    const links = page.locator('[data-search] li a');
    await links.first().waitFor();
    const hrefs = await links.evaluateAll((all) =>
      all.map((link) => decodeURIComponent(link.getAttribute('href') ?? '')),
    );
    expect(hrefs).toContain(`./${target}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => decodeURIComponent(url.href).endsWith(hrefs[0]?.slice(1) ?? '?'));
    await page.close();
  });

  it('says so where nothing is found, and is not there without its script', async () => {
    const { page } = await open('en', 'qa.html', 390);
    await page.getByRole('searchbox').fill('xyzzyx');
    await page.getByRole('status').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('Nothing found. Try another word.');
    await page.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(pathToFileURL(join(temp, 'en/out/site/qa.html')).href);
    expect(await plain.getByRole('searchbox').count()).toBe(0);
    await context.close();
  });
});
