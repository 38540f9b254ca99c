import type { Browser } from 'playwright-core';
import { wording } from '../../base/errors.ts';
import type { AuditOptions } from '../types.ts';
import { findBrowsers } from './find-browser.ts';
import { launchBrowser, shortFolder } from './launch-browser.ts';
import { AGAIN, PrintPageError } from './open-page.ts';

/**
 * Starts a browser, and closes it when `work` is done or anything fails. The browser starts while `work` is running;
 * whichever fails first stops both.
 *
 * @param work receives a promise of the browser, a signal that also aborts if the browser does not start, and a way to
 * stop everything with a reason
 * @throws what launchBrowser throws; PrintPageError if the browser stops or hangs; the reason of `signal` when it
 * aborts
 */
export async function withBrowser<T>(
  {
    browserPath,
    onProgress,
    signal,
    reaches,
  }: Pick<AuditOptions, 'browserPath' | 'onProgress' | 'signal'> & {
    readonly reaches?: Parameters<typeof launchBrowser>[3];
  },
  work: (browser: Promise<Browser>, signal: AbortSignal, fail: (reason: unknown) => void) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const failure = new AbortController();
  const either = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  onProgress?.({ stage: 'browser', done: 0, total: 1 });
  const folder = await shortFolder();
  const browser = launchBrowser(findBrowsers(browserPath), either, folder.path, reaches);
  browser.then(
    () => onProgress?.({ stage: 'browser', done: 1, total: 1 }),
    (error: unknown) => failure.abort(error),
  );
  // Stored, because a second call of `close` does not wait for the first, which removes the browser's profile.
  let closing: Promise<void> | undefined;
  const stop = () => {
    closing ??= browser.then(
      (started) => started.close(),
      () => {},
    );
  };
  either.addEventListener('abort', stop, { once: true });
  try {
    return await work(browser, either, (reason) => failure.abort(reason));
  } catch (error) {
    failure.abort(error); // a browser that still starts
    signal?.throwIfAborted(); // Closing the browser made the error.
    throw explainBrowser(failure.signal.reason);
  } finally {
    either.removeEventListener('abort', stop);
    stop();
    await closing;
    await folder.dispose();
  }
}

/** Playwright's message, after the name of the call, when its target is gone. */
const IS_GONE =
  /^(?:\w+\.\w+: )?(?:Target page, context or browser has been closed|(?:Target|Page) crashed|Navigation failed because page crashed)/;

/** The browser's printing process was killed or ran out of memory. */
const CANNOT_PRINT = /^page\.pdf: Protocol error \(Page\.printToPDF\): Printing failed/;

/**
 * Explains that the browser crashed, ran out of memory, was killed, or hangs, for which a stack trace would not help.
 * Any other fault is a bug of ours.
 */
function explainBrowser(error: unknown): unknown {
  const { name = '', message = '' } = error as Partial<Error>;
  const [line = ''] = message.split('\n');
  if (IS_GONE.test(message))
    return new PrintPageError(wording`The browser stopped while printing (${line.trim()}).`, AGAIN, {
      cause: error,
    });
  if (CANNOT_PRINT.test(message))
    return new PrintPageError(wording`The browser could not print (${line.trim()}).`, AGAIN, {
      cause: error,
    });
  if (name === 'TimeoutError')
    return new PrintPageError(wording`The browser does not answer (${line.trim()}).`, AGAIN, {
      cause: error,
    });
  return error;
}
