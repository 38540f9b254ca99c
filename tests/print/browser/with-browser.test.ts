import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PrintPageError } from '../../../src/print/browser/open-page.ts';
import { withBrowser } from '../../../src/print/browser/with-browser.ts';

/** The error from work that fails on a page. */
const failing = (work: (page: Page, browser: Browser) => Promise<unknown>): Promise<unknown> =>
  withBrowser({}, async (starting) => {
    const browser = await starting;
    await work(await (await browser.newContext()).newPage(), browser);
  }).catch((error: unknown) => error);

test("an error in the page's code is not a fault of the browser, whatever it says", async () => {
  const error = await failing((page) =>
    page.evaluate(() => {
      throw new TypeError('Target crashed');
    }),
  );
  expect(error).not.toBeInstanceOf(PrintPageError);
  expect((error as Error).message).toMatch(/^page\.evaluate: TypeError: Target crashed\n +at /);
});

test('nor is a call of ours that cannot be', async () => {
  const error = await failing((page) => page.pdf({ width: '1foo' }));
  expect(error).not.toBeInstanceOf(PrintPageError);
  expect((error as Error).message).toBe('page.pdf: Failed to parse parameter value: 1foo');
});

test.each<[what: string, work: (page: Page, browser: Browser) => Promise<unknown>, says: RegExp]>([
  [
    'a page that crashes',
    async (page) => {
      const waiting = page.evaluate(() => new Promise(() => {}));
      await page.goto('chrome://crash').catch(() => {});
      await waiting;
    },
    /^The browser stopped while printing \(page\.evaluate: Target crashed\)\.$/,
  ],
  [
    'a page that is gone',
    async (page) => {
      await page.close();
      await page.setViewportSize({ width: 100, height: 100 });
    },
    /^The browser stopped while printing \(page\.setViewportSize: Target page, context or browser has been closed\)\.$/,
  ],
  [
    'a browser that is gone',
    async (_, browser) => {
      await browser.close();
      await browser.newContext();
    },
    /^The browser stopped while printing \(browser\.newContext: Target page, context or browser has been closed\)\.$/,
  ],
  [
    'a print that fails, as it once did on a machine with much to do',
    () => Promise.reject(new Error('page.pdf: Protocol error (Page.printToPDF): Printing failed')),
    /^The browser could not print \(page\.pdf: Protocol error \(Page\.printToPDF\): Printing failed\)\.$/,
  ],
  [
    'a page that never loads',
    async (page) => {
      await page.route('**/*', () => {});
      await page.goto('https://talkdeck.invalid/', { timeout: 100 });
    },
    /^The browser does not answer \(page\.goto: Timeout 100ms exceeded\.\)\.$/,
  ],
])('%s is said to be so', async (_, work, says) => {
  const error = await failing(work);
  expect(error).toBeInstanceOf(PrintPageError);
  expect((error as Error).message).toMatch(says);
});
