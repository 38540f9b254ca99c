import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundleDecks } from '../slidev/bundle-decks.ts';
import type { Bundle, BundleJob } from '../slidev/bundle-job.ts';
import { PrintPageError } from './await-slides.ts';
import { findBrowsers } from './find-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { type OpenedDecks, openPage } from './open-page.ts';
import type { AuditOptions } from './types.ts';
import { writeSources } from './write-sources.ts';

export type { OpenedDecks };

/**
 * Bundles all decks, opens them in a browser, waits until every slide is ready, and lets `work` do the rest. No
 * request leaves the machine, and nothing is left behind: no process, no temporary folder.
 *
 * @throws as printDecks does
 */
export async function openDecks<T>(
  options: AuditOptions,
  work: (opened: OpenedDecks) => Promise<T>,
): Promise<T> {
  const { decks, signal } = options;
  signal?.throwIfAborted();
  if (new Set(decks.map(({ slug }) => slug)).size < decks.length)
    throw new RangeError('two decks have one slug');
  const root = await realpath(await mkdtemp(join(tmpdir(), 'talkdeck-')));
  try {
    const job = await writeSources(root, options);
    const { bundle, browser } = await prepare(job, options);
    options.onProgress?.({ stage: 'audit', done: 0, total: decks.length });
    return await useBrowser(browser, signal, () => openPage(browser, bundle, options.timeoutMs, work));
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Bundles while the browser starts. When one of them fails, the other is stopped. */
async function prepare(
  job: BundleJob,
  { browserPath, onProgress, signal }: AuditOptions,
): Promise<{ bundle: Bundle; browser: Browser }> {
  const failure = new AbortController();
  const either = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  const run = async <T>(stage: 'bundle' | 'browser', work: Promise<T>): Promise<T> => {
    onProgress?.({ stage, done: 0, total: 1 });
    try {
      const result = await work;
      onProgress?.({ stage, done: 1, total: 1 });
      return result;
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  };
  const [bundle, browser] = await Promise.allSettled([
    run('bundle', bundleDecks(job, either)),
    run('browser', launchBrowser(findBrowsers(browserPath), either)),
  ]);
  if (bundle.status === 'fulfilled' && browser.status === 'fulfilled') {
    return { bundle: bundle.value, browser: browser.value };
  }
  if (browser.status === 'fulfilled') await browser.value.close();
  signal?.throwIfAborted();
  throw failure.signal.reason; // what failed first
}

/** Closes the browser, in any case. */
async function useBrowser<T>(
  browser: Browser,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  // Kept: a second call of `close` does not wait for the first one, which removes the browser's profile.
  let closing: Promise<void> | undefined;
  const stop = () => {
    closing ??= browser.close();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    return await work();
  } catch (error) {
    signal?.throwIfAborted(); // Closing the browser made the error.
    throw explainBrowser(error);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
    await closing;
  }
}

/** The browser crashed, ran out of memory or hangs: nothing that a stack trace would help with. */
function explainBrowser(error: unknown): unknown {
  const { message = '' } = error as Partial<Error>;
  if (!/^(?:page|browser|browserContext)\.\w+: /.test(message)) return error;
  const [line = ''] = message.split('\n');
  return new PrintPageError(
    `The browser stopped while printing (${line}).`,
    'Try once more, with fewer other programs open, or with another browser: --browser PATH.',
    { cause: error },
  );
}
