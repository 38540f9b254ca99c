import type { Browser, Page } from 'playwright-core';
import type { Bundle } from '../slidev/bundle-job.ts';
import { awaitSlides } from './await-slides.ts';
import { serveFolder } from './serve-folder.ts';
import type { SlideProblem } from './types.ts';

/** All decks on one page of a browser, every slide as complete as it gets. */
export interface OpenedDecks {
  readonly page: Page;
  readonly bundle: Bundle;
  /** 0-based slides that did not compile: an empty one stands in the place of each. */
  readonly broken: ReadonlySet<number>;
  /** Why those are broken, and which others did not get ready. */
  readonly problems: readonly SlideProblem[];
  /** Addresses that were asked for and not given. */
  readonly unserved: readonly string[];
}

const DEFAULT_TIMEOUT_MS = 60_000;

/** Opens the bundle, waits for every slide, and closes the page when `work` is done. */
export async function openPage<T>(
  browser: Browser,
  bundle: Bundle,
  timeoutMs: number = DEFAULT_TIMEOUT_MS,
  work: (opened: OpenedDecks) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    // One slide, not all: with a high viewport Chromium takes minutes for hundreds of slides.
    viewport: { width: bundle.width, height: bundle.height },
    serviceWorkers: 'block',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    // A loader of TypeScript (tsx) wraps functions in this helper, also those that are sent to the page.
    await context.addInitScript('globalThis.__name ??= (target) => target');
    const requests = await serveFolder(context, bundle.outDir);
    const page = await context.newPage();
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' });
    const broken = new Set(bundle.broken.map(({ slide }) => slide));
    const late = await awaitSlides(page, requests, bundle.slides.length, broken, timeoutMs);
    const problems: SlideProblem[] = [
      ...bundle.broken.map(({ slide, detail }) => ({ slide, kind: 'compile' as const, detail })),
      ...late,
    ];
    const unserved = [...requests.blocked, ...requests.missing];
    return await work({ page, bundle, broken, problems, unserved });
  } finally {
    await context.close().catch(() => {}); // The browser may be gone already, when aborted.
  }
}
