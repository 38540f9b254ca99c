import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import type { DevState } from '../../src/dev/state/dev-state.ts';
import { HANGS_MS, openBrowser } from './pages-browser.ts';
import { type PagesServer, servePages } from './pages-server.ts';
import { devState } from './pages-state.ts';

/** A browser showing the home page, for the tests of one file. */
export interface HomePage {
  readonly server: PagesServer;
  readonly browser: Browser;
  readonly page: Page;
  /** Errors the browser reported; a test that expects some removes them. */
  readonly errors: string[];
  open(state: DevState): Promise<void>;
  texts(selector: string): Promise<readonly string[]>;
  /** Text of the focused element. */
  focused(): Promise<string>;
}

export async function homePage(): Promise<HomePage> {
  const browser = await openBrowser();
  const server = await servePages(devState());
  const page = await browser.newPage({ viewport: { width: 1060, height: 800 } });
  const errors: string[] = [];
  page.setDefaultTimeout(HANGS_MS);
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  afterEach(() => expect(errors.splice(0)).toEqual([]));
  return {
    server,
    browser,
    page,
    errors,
    async open(state) {
      server.posts.length = 0;
      server.refusal = null;
      await page.goto('about:blank');
      server.state(state);
      await page.goto(server.url);
      await page.waitForSelector('body[data-ready]');
    },
    texts: (selector) => page.locator(selector).allTextContents(),
    focused: () => page.evaluate<string>('document.activeElement.textContent'),
  };
}
