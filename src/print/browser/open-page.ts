import type { Browser, Page } from 'playwright-core';
import type { Bundle } from '../../slidev/job.ts';
import { awaitSlides } from '../await-slides.ts';
import { type BlankPage, blankPage } from '../blank-page.ts';
import type { DeckSpan } from '../deck-spans.ts';
import { nameSlides } from '../page/name-slides.ts';
import type { SlideProblem } from '../types.ts';
import { withinTime } from '../within-time.ts';
import { serveFolder } from './serve-folder.ts';

/** Slides of a bundle on one page of a browser, every slide as complete as it gets. */
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

export interface PageRequest {
  /** Which slides; all of them by default. */
  readonly span?: DeckSpan;
  /** Whether each slide stands there once for each of its clicks. */
  readonly clicks?: boolean;
  /** How long the slides may take to get ready, in milliseconds. */
  readonly timeoutMs?: number;
  /** To show them on; a new one by default. */
  readonly blank?: Promise<BlankPage> | undefined;
}

const DEFAULT_TIMEOUT_MS = 60_000;
const CLOSING_MS = 5_000;

/** Opens slides of the bundle, waits for every one, and closes the page when `work` is done. */
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
      // One slide, not all: with a high viewport Chromium takes minutes for hundreds of slides.
      await page.setViewportSize({ width: bundle.width, height: bundle.height });
      const late = await awaitSlides(page, requests, { first, count, clicks, broken, timeoutMs });
      return { requests, late };
    };
    const patience = timeoutMs + CLOSING_MS;
    const { requests, late } = await withinTime(browser, patience, 'opening the slides', show());
    await page.evaluate(nameSlides);
    const problems: SlideProblem[] = [
      ...compiled.map(({ slide, detail }) => ({ slide, kind: 'compile' as const, detail })),
      ...late,
    ];
    const unserved = [...requests.blocked, ...requests.missing];
    return await work({ page, bundle, broken, problems, unserved });
  } finally {
    // The browser may be gone already, or hang.
    await withinTime(browser, CLOSING_MS, 'closing the page', dispose()).catch(() => {});
  }
}
