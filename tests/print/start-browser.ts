import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type BrowserCandidate, findBrowsers } from '../../src/print/browser/find-browser.ts';
import { launchBrowser } from '../../src/print/browser/launch-browser.ts';

/** Starts the machine's browser, or the first of `candidates`, with a profile folder that is removed on close. */
export async function startBrowser(
  candidates: readonly BrowserCandidate[] = findBrowsers(),
): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'tb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const browser = await launchBrowser(candidates, new AbortController().signal, folder);
    const { close } = browser;
    browser.close = (options) => close.call(browser, options).finally(remove);
    return browser;
  } catch (error) {
    remove();
    throw error;
  }
}
