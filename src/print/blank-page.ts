import type { Browser, BrowserContext, Page } from 'playwright-core';
import { withinTime } from './within-time.ts';

/** A page on which nothing stands yet, in a context of its own. */
export interface BlankPage {
  readonly context: BrowserContext;
  readonly page: Page;
}

const OPENING_MS = 60_000;
/** What Slidev makes of 16:9; a bundle may say otherwise. */
const USUAL_SIZE = { width: 980, height: 552 };

/**
 * Opens a page. The browser opens a window for it, which takes as long as printing a small deck: it can be done while
 * slides are being bundled.
 *
 * @throws PrintPageError when the browser stops or hangs
 */
export function blankPage(browser: Browser, timeoutMs: number = OPENING_MS): Promise<BlankPage> {
  const open = async (): Promise<BlankPage> => {
    const context = await browser.newContext({
      viewport: USUAL_SIZE,
      serviceWorkers: 'block',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    // A loader of TypeScript (tsx) wraps functions in this helper, also those that are sent to the page.
    await context.addInitScript('globalThis.__name ??= (target) => target');
    const page = await context.newPage();
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' });
    return { context, page };
  };
  return withinTime(browser, timeoutMs, 'opening a page', open());
}
