import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wording } from '../../../src/base/errors.ts';
import { withinTime } from '../../../src/print/browser/open-page.ts';
import { startBrowser } from '../start-browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A call that Playwright never answers. */
const unanswered = () => new Promise<never>(() => {});

test('gives what the work gives, or its error', async () => {
  expect(await withinTime(browser, 60_000, wording`adding`, Promise.resolve(3))).toBe(3);
  const failing = withinTime(browser, 60_000, wording`adding`, Promise.reject(new Error('no numbers')));
  await expect(failing).rejects.toThrow('no numbers');
});

test('gives up a browser that hangs', async () => {
  const late = withinTime(browser, 50, wording`opening`, unanswered());
  await expect(late).rejects.toThrow('The browser does not answer: opening took more than 0 s.');
});

test('gives up a browser that ends, and one that has ended', async () => {
  const waiting = withinTime(browser, 60_000, wording`opening`, unanswered());
  const result = expect(waiting).rejects.toThrow('The browser stopped (opening).');
  await browser.close();
  await result;
  const late = withinTime(browser, 60_000, wording`printing`, unanswered());
  await expect(late).rejects.toThrow('The browser stopped (printing).');
});
