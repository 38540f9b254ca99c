import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowsers } from '../../src/print/browser/find-browser.ts';
import { argumentsLeftOut, DISABLED_FEATURES } from '../../src/print/browser/launch-browser.ts';

/** Milliseconds after which something counts as hung, however busy the machine is. */
export const HANGS_MS = 120_000;

/** A browser that can reach a local server, unlike the one that prints, which has no network. */
export async function openBrowser(): Promise<Browser> {
  const tried: unknown[] = [];
  // Once in hundreds of starts a browser crashes.
  for (const candidate of findBrowsers().flatMap((each) => [each, each])) {
    try {
      const { path, env } = await candidate.locate();
      return await chromium.launch({
        executablePath: path,
        timeout: HANGS_MS,
        args: ['--no-sandbox', '--disable-gpu', `--disable-features=${DISABLED_FEATURES}`],
        ignoreDefaultArgs: argumentsLeftOut(),
        env: { ...(process.env as Record<string, string>), ...env },
      });
    } catch (cause) {
      tried.push(cause);
    }
  }
  throw new AggregateError(tried, 'no browser starts');
}

/**
 * Opens a page of `talkdeck dev`, and does something with it before it is hydrated.
 * @param script that it starts with, such as `home-page`
 */
export async function takenOver(
  page: Page,
  url: string,
  script: string,
  before: () => Promise<unknown>,
): Promise<void> {
  await page.goto('about:blank');
  await page.route(`**/${script}.js`, async (route) => {
    try {
      // The last part of what comes with the page.
      await page.locator('#state').waitFor({ state: 'attached' });
      await before();
    } finally {
      await route.continue();
    }
  });
  try {
    await page.goto(url);
    await page.waitForSelector('body[data-ready]');
  } finally {
    await page.unroute(`**/${script}.js`);
  }
}
