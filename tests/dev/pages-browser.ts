import { type Browser, chromium } from 'playwright-core';
import { findBrowsers } from '../../src/print/browser/find-browser.ts';
import { DISABLED_FEATURES } from '../../src/print/browser/launch-browser.ts';

/** Milliseconds after which something counts as hung, however busy the machine is. */
export const HANGS_MS = 120_000;

/** A browser that can reach a local server, unlike the one that prints, which has no network. */
export async function openBrowser(): Promise<Browser> {
  const tried: unknown[] = [];
  for (const candidate of findBrowsers()) {
    try {
      const { path, env } = await candidate.locate();
      return await chromium.launch({
        executablePath: path,
        timeout: HANGS_MS,
        args: ['--no-sandbox', '--disable-gpu', `--disable-features=${DISABLED_FEATURES}`],
        env: { ...(process.env as Record<string, string>), ...env },
      });
    } catch (cause) {
      tried.push(cause);
    }
  }
  throw new AggregateError(tried, 'no browser starts');
}
