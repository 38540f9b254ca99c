import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ODD_NAME, type PackedPackage, packPackage, runIn } from '../packed-package.ts';
import { HANGS_MS, openBrowser } from './pages-browser.ts';
import { runDev } from './run-dev.ts';

let packed: PackedPackage;
beforeAll(() => {
  packed = packPackage();
});
afterAll(() => packed.remove());

test('the packed package shows a meetup in a folder with an odd name', async () => {
  const [root, cli] = [join(packed.temp, ODD_NAME), join(packed.packed, 'dist', 'cli.js')];
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  symlinkSync(packed.packed, join(root, 'node_modules', 'talkdeck'));
  expect(runIn(root, process.execPath, cli, 'init', '--lang', 'en', '--yes').status).toBe(0);
  const dev = await runDev(root, ['--port', '0'], {}, cli);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(HANGS_MS);
    await page.goto(dev.url);
    await page.locator('a[href*="qa"]').first().waitFor();
    await page.goto(`${dev.url}qa/1`);
    await page.locator('.kind-cover h1').waitFor();
    const weight = await page.evaluate(
      "getComputedStyle(document.querySelector('.kind-cover h1')).fontWeight",
    );
    expect(weight).toBe('700');
  } finally {
    await browser.close();
    await dev.stop();
  }
});
