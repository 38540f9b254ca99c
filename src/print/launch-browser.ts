import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';
import { childEnvironment } from '../base/child-environment.ts';
import { BrowserLaunchError, BrowserNotFoundError, type TriedBrowser } from './browser-error.ts';
import { CONTEXT_OPTIONS } from './context-options.ts';
import { DISABLED_FEATURES } from './disabled-features.ts';
import type { BrowserCandidate } from './find-browser.ts';
import { LONGEST_FOLDER } from './short-folder.ts';

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES}`,
  // Glyphs are placed as they are printed, on every machine alike.
  '--font-render-hinting=none',
  // Nothing is looked up, not even by mistake: the slides come from the disk (see serve-folder.ts).
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const LAUNCH_TIMEOUT_MS = 30_000;

/**
 * Starts the first browser that can be started. The caller closes it.
 *
 * @param temporary folder for all that the browser writes, so that whoever removes it has removed everything, even
 * where this process was killed
 * @throws BrowserLaunchError when the user named a browser and it does not start; BrowserNotFoundError when
 * there is none; the reason of `signal` when aborted.
 */
export async function launchBrowser(
  candidates: readonly BrowserCandidate[],
  signal: AbortSignal,
  temporary: string,
): Promise<Browser> {
  const tried: TriedBrowser[] = [];
  for (const candidate of candidates) {
    signal.throwIfAborted();
    try {
      const browser = await launch(candidate, temporary);
      if (!signal.aborted) return browser;
      await browser.close();
    } catch (error) {
      const reason = shortReason(error);
      if (candidate.givenBy) throw new BrowserLaunchError(candidate.name, candidate.givenBy, reason);
      tried.push({ name: candidate.name, reason });
    }
  }
  signal.throwIfAborted();
  throw new BrowserNotFoundError(tried);
}

async function launch(candidate: BrowserCandidate, temporary: string): Promise<Browser> {
  const { path, env } = await candidate.locate();
  if (!existsSync(path)) throw new Error('no such file');
  const isShort = temporary.length <= LONGEST_FOLDER;
  const own = isShort && process.platform === 'linux' ? { TMPDIR: temporary } : {};
  const start = (chromiumSandbox: boolean) =>
    startIn(temporary, {
      executablePath: path,
      headless: true,
      args: ARGS,
      chromiumSandbox,
      env: childEnvironment({ ...own, ...env }),
      timeout: LAUNCH_TIMEOUT_MS,
      // Whoever calls owns the signals; the browser ends with the pipe to this process anyway.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  // Chromium refuses to run as root in its sandbox, and some containers have no user namespaces for it.
  if (process.platform === 'linux' && process.getuid?.() === 0) return start(false);
  return start(true).catch(() => start(false));
}

/** Playwright puts profiles into the folder for temporary files, where nothing says whose they are. */
async function startIn(folder: string, options: LaunchOptions): Promise<Browser> {
  // Loading it takes half a second: bundling can begin before. Imported, its seven megabytes would be searched for
  // names first, which takes as long again.
  const { chromium } = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core');
  const own = { ...options, ...CONTEXT_OPTIONS, artifactsDir: folder };
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), own);
  const browser = context.browser();
  if (!browser) throw new Error('the browser has no connection');
  return browser;
}

/** Playwright's message holds a log of many lines; the user needs the reason. */
function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').map((line) => line.trim());
  const missing = lines.find((line) => line.includes('error while loading shared libraries'));
  if (missing) return missing.replace(/^.*error while loading/, 'error while loading').slice(0, 200);
  if (/\bEACCES\b|\bENOEXEC\b/.test(message)) return 'not an executable file';
  if (/has been closed/.test(lines[0] ?? '')) return 'it ended at once';
  return (lines[0] ?? 'unknown').replace(/^browserType\.launchPersistentContext: /, '').slice(0, 200);
}
