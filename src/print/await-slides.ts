import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { CliError } from '../cli-error.ts';
import { type Readiness, readiness } from './page/readiness.ts';
import { ORIGIN, type ServedRequests } from './serve-folder.ts';
import type { SlideProblem } from './types.ts';

const POLL_MS = 50;

/** The slides never showed: the theme or the bundle failed as a whole. */
export class PrintPageError extends CliError {
  override readonly name = 'PrintPageError';
}

/**
 * Waits until every slide is complete, every request answered and every font loaded.
 *
 * @param broken 0-based slides that did not compile, which never get ready
 * @param timeoutMs after that, the slides that are not ready are returned as problems
 * @throws PrintPageError when the page does not show `total` slides in time, or its fonts do not load.
 */
export async function awaitSlides(
  page: Page,
  requests: ServedRequests,
  total: number,
  broken: ReadonlySet<number>,
  timeoutMs: number,
): Promise<SlideProblem[]> {
  const deadline = performance.now() + timeoutMs;
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${ORIGIN}/print?print=true`, {
    waitUntil: 'domcontentloaded',
    timeout: timeoutMs,
  });
  for (;;) {
    const state: Readiness = await page.evaluate(readiness);
    const waiting = state.slides.filter(({ slide }) => !broken.has(slide));
    const settled = state.shown === total && requests.pending === 0 && !state.page;
    if (settled && waiting.length === 0) return [];
    if (performance.now() > deadline) {
      if (state.shown !== total || waiting.length === 0)
        throw new PrintPageError(describe(state, total, errors));
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
