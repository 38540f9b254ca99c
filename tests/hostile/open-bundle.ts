import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Project } from '../../src/base/project.ts';
import type { Compilation } from '../../src/build/compile.ts';
import { ORIGIN, type ServedRequests, serveFolder } from '../../src/print/browser/serve-folder.ts';
import { accentColor } from '../../src/render/look-css.ts';
import { startBundler } from '../../src/slidev/bundle/start-bundler.ts';
import type { Bundle } from '../../src/slidev/job.ts';
import { startBrowser } from '../print/start-browser.ts';
import { type PageReport, reportPage } from './report-page.ts';
import { SECRET } from './vectors.ts';

const TIMEOUT = 240_000;

/** All slides of compiled decks on one browser page, and everything that happened there. */
export interface OpenBundle {
  readonly bundle: Bundle;
  readonly page: Page;
  readonly requests: ServedRequests;
  /** Dialogs, errors, opened windows. */
  readonly events: readonly string[];
  readonly report: PageReport;
  close(): Promise<void>;
}

/** @param folder for the decks, next to a secret that none of them may show */
export async function openBundle(
  { decks, files }: Pick<Compilation, 'decks' | 'files'>,
  project: Project,
  folder: string,
  shellFolder: string | null,
): Promise<OpenBundle> {
  const secrets = ['secret.txt', 'secret.md'].map((path) => ({ path, content: SECRET }));
  for (const { path, content } of [...files, ...secrets]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const bundler = startBundler();
  const job = {
    root: folder,
    no: 0,
    themeRoot: project.themeFolder,
    decks: decks.map(({ deck: { slug, title, lang, accent, look } }) => ({
      file: `${slug}.md`,
      title,
      lang,
      accent: accentColor(accent, 'var(--ink)'),
      look: look.theme,
    })),
    shellFolder,
  };
  const bundling = bundler.bundle(job).finally(bundler.dispose);
  bundling.catch(() => {}); // Reported where it is awaited.
  const browser = await startBrowser();
  try {
    return { ...(await show(browser, await bundling)), close: () => browser.close() };
  } catch (cause) {
    await browser.close();
    throw cause;
  }
}

async function show(browser: Browser, bundle: Bundle): Promise<Omit<OpenBundle, 'close'>> {
  // A broken slide would never show, and the test would wait for it.
  if (bundle.broken.length > 0) throw new Error(`Slides do not compile: ${JSON.stringify(bundle.broken)}`);
  const events: string[] = [];
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.addInitScript('globalThis.__name ??= (target) => target');
  const requests = await serveFolder(context, bundle.outDir);
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => events.push(`error ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') events.push(`console ${message.text()}`);
  });
  page.on('popup', () => events.push('popup'));
  await page.goto(`${ORIGIN}/print?print=true`, { waitUntil: 'load' });
  await page.waitForFunction(`globalThis.__talkdeck?.mounted.size === ${bundle.slides.length}`, null, {
    timeout: TIMEOUT,
    polling: 200,
  });
  await page.waitForLoadState('networkidle');
  return { bundle, page, requests, events, report: await page.evaluate(reportPage) };
}
