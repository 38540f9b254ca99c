import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { CliError, type Wording, wording } from '../../base/errors.ts';
import type { Bundle } from '../../slidev/job.ts';
import { nameSlides, type Readiness, readiness } from '../page/readiness.ts';
import { stillVideos } from '../page/still-videos.ts';
import type { DeckSpan, SlideProblem } from '../types.ts';
import { ORIGIN, type ServedRequests, serveFolder } from './serve-folder.ts';

/** Slides of a bundle on a browser page, each as complete as it gets. */
export interface OpenedDecks {
  readonly page: Page;
  readonly bundle: Bundle;
  /** 0-based slides that did not compile, replaced by empty ones. */
  readonly broken: ReadonlySet<number>;
  /** Why those are broken, and which others did not become ready. */
  readonly problems: readonly SlideProblem[];
  /** Addresses that were requested and not served. */
  readonly unserved: readonly string[];
}

export interface PageRequest {
  /** The slides to open; all by default. */
  readonly span?: DeckSpan;
  /** Whether each slide appears once per click. */
  readonly clicks?: boolean;
  /** Time limit for the slides to become ready, in milliseconds. */
  readonly timeoutMs?: number;
  /** The page to use; a new one by default. */
  readonly blank?: Promise<BlankPage> | undefined;
}

const DEFAULT_TIMEOUT_MS = 60_000;
const CLOSING_MS = 5_000;

/** Opens slides of the bundle, waits for all of them, and closes the page after `work`. */
export async function openPage<T>(
  browser: Browser,
  bundle: Bundle,
  { span, clicks = false, timeoutMs = DEFAULT_TIMEOUT_MS, blank }: PageRequest,
  work: (opened: OpenedDecks) => Promise<T>,
): Promise<T> {
  const { first, count } = span ?? { first: 0, count: bundle.slides.length };
  const { context, page, dispose } = await (blank ?? blankPage(browser));
  try {
    const isHere = ({ slide }: { readonly slide: number }) => slide >= first && slide < first + count;
    const compiled = bundle.broken.filter(isHere);
    const broken = new Set(compiled.map(({ slide }) => slide));
    const show = async () => {
      const requests = await serveFolder(context, bundle.outDir);
      // As high as one slide: with a high viewport, Chromium takes minutes for hundreds of slides.
      await page.setViewportSize({ width: bundle.width, height: bundle.height });
      const late = await awaitSlides(page, requests, { first, count, clicks, broken, timeoutMs });
      return { requests, late };
    };
    const patience = timeoutMs + CLOSING_MS;
    const { requests, late } = await withinTime(browser, patience, wording`opening the slides`, show());
    await page.evaluate(nameSlides);
    const unseen = await page.evaluate(stillVideos);
    const problems: SlideProblem[] = [
      ...compiled.map(({ slide, detail }) => ({ slide, kind: 'compile' as const, detail })),
      ...late,
      ...unseen.map(({ slide, name }) => ({
        slide,
        kind: 'image' as const,
        detail: `this browser cannot play the video ${name}, and it has no poster`,
      })),
    ];
    const unserved = [...requests.blocked, ...requests.missing];
    return await work({ page, bundle, broken, problems, unserved });
  } finally {
    // The browser may be gone, or hang.
    await withinTime(browser, CLOSING_MS, wording`closing the page`, dispose()).catch(() => {});
  }
}

/** An empty page, alone in its context. */
export interface BlankPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Frees what it showed. */
  dispose(): Promise<void>;
}

const OPENING_MS = 60_000;

/**
 * Opens a page, which takes as long as printing a small deck, and can be done while slides are being bundled.
 *
 * @param isFirst uses the page that the browser opened at startup, if any; only once
 * @throws PrintPageError if the browser stops or hangs
 */
export function blankPage(
  browser: Browser,
  timeoutMs: number = OPENING_MS,
  isFirst = false,
): Promise<BlankPage> {
  const open = async (): Promise<BlankPage> => {
    const [own] = isFirst ? browser.contexts() : [];
    const context = own ?? (await browser.newContext(CONTEXT_OPTIONS));
    // tsx wraps functions in this helper, including those sent to the page.
    await context.addInitScript('globalThis.__name ??= (target) => target');
    const page = own?.pages()[0] ?? (await context.newPage());
    const { colorScheme, reducedMotion } = CONTEXT_OPTIONS;
    await page.emulateMedia({ media: 'screen', colorScheme, reducedMotion });
    // A browser ends without its initial context.
    const dispose = own ? () => empty(page) : () => context.close();
    return { context, page, dispose };
  };
  return withinTime(browser, timeoutMs, wording`opening a page`, open());
}

export const AGAIN: Wording = wording`Try once more, with fewer other programs open, or with another browser: --browser PATH.`;

/**
 * Gives up on work that might never end, because a browser hangs or is gone: Playwright may leave calls unanswered. The
 * work itself continues until the browser is closed.
 *
 * @param what is being done, for the message: "printing huang-dongxu"
 * @throws PrintPageError after `timeoutMs`, or when the browser ends
 */
export async function withinTime<T>(
  browser: Browser,
  timeoutMs: number,
  what: Wording,
  work: Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = (message: Wording) => reject(new PrintPageError(message, AGAIN));
    const gone = () => giveUp(wording`The browser stopped (${what}).`);
    const timer = setTimeout(() => {
      giveUp(wording`The browser does not answer: ${what} took more than ${Math.round(timeoutMs / 1000)} s.`);
    }, timeoutMs);
    browser.once('disconnected', gone);
    if (!browser.isConnected()) gone();
    end.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      browser.off('disconnected', gone);
    });
  });
  work.catch(() => {}); // Nobody listens once it is given up.
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    end.abort();
  }
}

/** Shows slides as in print, and at the end of every transition. */
export const CONTEXT_OPTIONS = {
  /** Slidev's size for 16:9; a bundle may have another. */
  viewport: { width: 980, height: 552 },
  serviceWorkers: 'block',
  colorScheme: 'light',
  reducedMotion: 'reduce',
} as const satisfies BrowserContextOptions;

/** No slides appeared: the theme or the bundle failed as a whole. */
export class PrintPageError extends CliError {
  override readonly name = 'PrintPageError';
}

async function empty(page: Page): Promise<void> {
  await page.goto('about:blank');
}

const POLL_MS = 50;

interface AwaitedSlides {
  /** 0-based in the bundle. */
  readonly first: number;
  readonly count: number;
  /** Whether each slide appears once per click. */
  readonly clicks: boolean;
  /** 0-based slides that did not compile, which never become ready. */
  readonly broken: ReadonlySet<number>;
  /** After this time, slides that are not ready are returned as problems. */
  readonly timeoutMs: number;
}

/**
 * Waits until every slide is complete, every request answered, every font loaded, and nothing more arrives.
 *
 * @throws PrintPageError if the page does not show all slides in time, or its fonts do not load.
 */
async function awaitSlides(
  page: Page,
  requests: ServedRequests,
  { first, count, clicks, broken, timeoutMs }: AwaitedSlides,
): Promise<SlideProblem[]> {
  const deadline = performance.now() + timeoutMs;
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(
    `${ORIGIN}/print?print=${clicks ? 'clicks' : 'true'}&slides=${first + 1}-${first + count}`,
    {
      waitUntil: 'domcontentloaded',
      timeout: timeoutMs,
    },
  );
  // With clicks, containers appear as the clicks are counted.
  let before = -1;
  for (;;) {
    const state: Readiness = await page.evaluate(readiness);
    const waiting = state.slides.filter(({ slide }) => !broken.has(slide));
    const settled = state.shown === count && requests.pending === 0 && !state.page;
    if (settled && waiting.length === 0 && (!clicks || state.containers === before)) return [];
    before = state.containers;
    if (performance.now() > deadline) {
      if (state.shown !== count || waiting.length === 0)
        throw new PrintPageError(describe(state, count, errors));
      const late = waiting.map(({ slide, waitsFor }) => ({ slide, detail: `still waits for ${waitsFor}` }));
      return late.map((problem) => ({ ...problem, kind: 'not-ready' }));
    }
    await delay(POLL_MS);
  }
}

function describe({ shown, page }: Readiness, total: number, errors: readonly string[]): Wording {
  const missing = page ? wording` It still waits for ${page}.` : '';
  const reason = errors.length > 0 ? wording` The page says: ${errors.join('; ')}` : '';
  const seen =
    total === 1
      ? wording`The print page shows ${shown} of 1 slide.`
      : wording`The print page shows ${shown} of ${total} slides.`;
  return wording`${seen}${missing}${reason}`;
}
