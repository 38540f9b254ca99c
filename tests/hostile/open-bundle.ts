import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Project } from '../../src/base/project.ts';
import type { Compilation } from '../../src/build/compile.ts';
import { ORIGIN, type ServedRequests, serveFolder } from '../../src/print/browser/serve-folder.ts';
import { accentColor } from '../../src/render/look-css.ts';
import { startBundler } from '../../src/slidev/bundle/start-bundler.ts';
import type { Bundle, BundlePurpose } from '../../src/slidev/job.ts';
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

/** How decks become the slides of a page. */
export interface BundleWay {
  readonly purpose: Extract<BundlePurpose, 'print' | 'file'>;
  readonly shellFolder: string | null;
}

/** @param folder for the decks, next to a secret that none of them may show */
export async function openBundle(
  { decks, files }: Pick<Compilation, 'decks' | 'files'>,
  project: Project,
  folder: string,
  { purpose, shellFolder }: BundleWay,
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
      slug,
      title,
      lang,
      accent: accentColor(accent, 'var(--ink)'),
      look: look.theme,
    })),
    shellFolder,
    purpose,
  };
  const bundling = bundler.bundle(job).finally(bundler.dispose);
  bundling.catch(() => {}); // Reported where it is awaited.
  const browser = await startBrowser();
  try {
    const opened = await (purpose === 'file' ? showFile : show)(browser, await bundling);
    return { ...opened, close: () => browser.close() };
  } catch (cause) {
    await browser.close();
    throw cause;
  }
}

async function show(browser: Browser, bundle: Bundle): Promise<Omit<OpenBundle, 'close'>> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const requests = await serveFolder(context, bundle.outDir);
  const { page, events } = await listenTo(context, bundle);
  await page.goto(`${ORIGIN}/print?print=true`, { waitUntil: 'load' });
  await page.waitForFunction(`globalThis.__talkdeck?.mounted.size === ${bundle.slides.length}`, null, {
    timeout: TIMEOUT,
    polling: 200,
  });
  await page.waitForLoadState('networkidle');
  return { bundle, page, requests, events, report: await page.evaluate(reportPage) };
}

/** From disk, as a user opens it. */
async function showFile(browser: Browser, bundle: Bundle): Promise<Omit<OpenBundle, 'close'>> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const { href } = pathToFileURL(join(bundle.outDir, 'index.html'));
  const blocked = new Set<string>();
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url.split(/[?#]/)[0] !== href) blocked.add(url);
  });
  const { page, events } = await listenTo(context, bundle);
  await page.goto(`${href}?print#/print`, { waitUntil: 'load' });
  // The page's policy forbids evaluating text, which waitForFunction does.
  await page.locator('html[data-ready=print]').waitFor({ timeout: TIMEOUT });
  const requests = { blocked, missing: new Set<string>(), pending: 0 };
  return { bundle, page, requests, events, report: await page.evaluate(reportPage) };
}

async function listenTo(
  context: BrowserContext,
  bundle: Bundle,
): Promise<{ readonly page: Page; readonly events: string[] }> {
  // A broken slide would never show, and the test would wait for it.
  if (bundle.broken.length > 0) throw new Error(`Slides do not compile: ${JSON.stringify(bundle.broken)}`);
  const events: string[] = [];
  await context.addInitScript('globalThis.__name ??= (target) => target; globalThis.print = () => {}');
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
  return { page, events };
}
