import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CONTEXT_OPTIONS } from './context-options.ts';
import { withinTime } from './within-time.ts';

/** A page on which nothing stands yet, alone in its context. */
export interface BlankPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Frees what was shown on it. */
  dispose(): Promise<void>;
}

const OPENING_MS = 60_000;

/**
 * Opens a page, which takes as long as printing a small deck: it can be done while slides are being bundled.
 *
 * @param isFirst takes the page that the browser has opened by itself, where it has one; only once
 * @throws PrintPageError when the browser stops or hangs
 */
export function blankPage(
  browser: Browser,
  timeoutMs: number = OPENING_MS,
  isFirst = false,
): Promise<BlankPage> {
  const open = async (): Promise<BlankPage> => {
    const [own] = isFirst ? browser.contexts() : [];
    const context = own ?? (await browser.newContext(CONTEXT_OPTIONS));
    // A loader of TypeScript (tsx) wraps functions in this helper, also those that are sent to the page.
    await context.addInitScript('globalThis.__name ??= (target) => target');
    const page = own?.pages()[0] ?? (await context.newPage());
    const { colorScheme, reducedMotion } = CONTEXT_OPTIONS;
    await page.emulateMedia({ media: 'screen', colorScheme, reducedMotion });
    // Without the context that it began with, a browser ends.
    const dispose = own ? () => empty(page) : () => context.close();
    return { context, page, dispose };
  };
  return withinTime(browser, timeoutMs, 'opening a page', open());
}

async function empty(page: Page): Promise<void> {
  await page.goto('about:blank');
}
