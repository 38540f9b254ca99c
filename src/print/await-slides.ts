import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { CliError } from '../base/errors.ts';
import { ORIGIN, type ServedRequests } from './browser/serve-folder.ts';
import { type Readiness, readiness } from './page/readiness.ts';
import type { SlideProblem } from './types.ts';

const POLL_MS = 50;

/** The slides never showed: the theme or the bundle failed as a whole. */
export class PrintPageError extends CliError {
  override readonly name = 'PrintPageError';
}

export interface AwaitedSlides {
  /** 0-based in the bundle. */
  readonly first: number;
  readonly count: number;
  /** Whether each slide stands there once for each of its clicks. */
  readonly clicks: boolean;
  /** 0-based slides that did not compile, which never get ready. */
  readonly broken: ReadonlySet<number>;
  /** After that, the slides that are not ready are returned as problems. */
  readonly timeoutMs: number;
}

/**
 * Waits until every slide is complete, every request answered and every font loaded, and nothing more comes.
 *
 * @throws PrintPageError when the page does not show all slides in time, or its fonts do not load.
 */
export async function awaitSlides(
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
  // With clicks, slides come to be as their clicks are counted.
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

function describe({ shown, page }: Readiness, total: number, errors: readonly string[]): string {
  const missing = page ? ` It still waits for ${page}.` : '';
  const reason = errors.length > 0 ? ` The page says: ${errors.join('; ')}` : '';
  return `The print page shows ${shown} of ${total} slides.${missing}${reason}`;
}
