import type { Browser } from 'playwright-core';
import { PrintPageError } from './await-slides.ts';

const AGAIN = 'Try once more, with fewer other programs open, or with another browser: --browser PATH.';

/**
 * Gives up on work that a browser would never end: one that hangs, or one that is gone, for Playwright leaves calls
 * unanswered that were made at the wrong moment. The work itself goes on; closing the browser ends it.
 *
 * @param what is being done, for the message: "printing huang-dongxu"
 * @throws PrintPageError after `timeoutMs`, and when the browser ends
 */
export async function withinTime<T>(
  browser: Browser,
  timeoutMs: number,
  what: string,
  work: Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = (message: string) => reject(new PrintPageError(message, AGAIN));
    const gone = () => giveUp(`The browser stopped (${what}).`);
    const timer = setTimeout(() => {
      giveUp(`The browser does not answer: ${what} took more than ${Math.round(timeoutMs / 1000)} s.`);
    }, timeoutMs);
    browser.once('disconnected', gone);
    if (!browser.isConnected()) gone();
    end.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      browser.off('disconnected', gone);
    });
  });
  work.catch(() => {}); // When it is given up, nobody listens any more.
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    end.abort();
  }
}
