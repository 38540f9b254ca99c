import { availableParallelism } from 'node:os';
import type { Browser } from 'playwright-core';
import { type BlankPage, blankPage } from '../browser/open-page.ts';
import { withBrowser } from '../browser/with-browser.ts';
import type { AuditOptions } from '../types.ts';
import { batchDecks } from './batch-decks.ts';
import { type BundleFile, bundleFolder } from './bundle-folder.ts';
import { type VisitedDeck, visitBatch } from './visit-batch.ts';

/** More pages than this slow each other down in the browser. */
const MOST_PAGES = 4;

/**
 * Shows decks one by one in a browser, and calls `visit` for each that has slides. Decks are divided into batches:
 * while some are shown, on as many parallel pages as there are cores, the next one is being bundled.
 *
 * No request leaves the machine, and nothing is left behind: no process, no temporary folder.
 *
 * @returns addresses that were requested and not served
 * @throws what printDecks throws
 */
export function visitDecks(
  options: AuditOptions,
  visit: (visited: VisitedDeck, bundleFile: BundleFile) => Promise<void>,
): Promise<readonly string[]> {
  const { decks, onProgress, timeoutMs } = options;
  if (new Set(decks.map(({ slug }) => slug)).size < decks.length)
    throw new RangeError('two decks have one slug');
  const most = Math.min(MOST_PAGES, availableParallelism());
  const batches = batchDecks(decks, most);
  const pages = Math.min(most, batches.length);
  const total = decks.reduce((sum, { origins }) => sum + origins.length, 0);
  return withBrowser(options, async (browser, signal, fail) => {
    const unserved = new Set<string>();
    const folder = await bundleFolder(options, signal, options.bundler);
    const look = (visited: VisitedDeck) => visit(visited, folder.bundleFile);
    let bundled = 0;
    onProgress?.({ stage: 'bundle', done: bundled, total });
    const take = ahead(batches, async (batch) => {
      const bundle = await folder.bundle(batch);
      bundled += bundle.slides.length;
      onProgress?.({ stage: 'bundle', done: bundled, total });
      return { bundle, batch };
    });
    const work = async (isFirst: boolean): Promise<void> => {
      let blank: Promise<BlankPage> | undefined = openAhead(browser, isFirst, timeoutMs);
      for (let next = await take(); next; next = await take()) {
        const request = { blank, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
        blank = undefined;
        const urls = await visitBatch(await browser, next.bundle, next.batch, look, request);
        for (const url of urls) unserved.add(url);
      }
    };
    try {
      await Promise.all(Array.from({ length: pages }, (_, page) => work(page === 0).catch(fail)));
    } finally {
      await folder.dispose();
    }
    signal.throwIfAborted();
    return [...unserved];
  });
}

/** Makes one item after another, always one ahead of those taken. Gives null when all are taken. */
function ahead<T, R>(things: readonly T[], make: (thing: T) => Promise<R>): () => Promise<R | null> {
  const waiting = things.values();
  const makeNext = async () => {
    const { value } = waiting.next();
    return value === undefined ? null : make(value);
  };
  let next = makeNext();
  return () => {
    const taken = next;
    next = taken.then(makeNext);
    next.catch(() => {}); // The caller that takes it handles the error.
    return taken;
  };
}

/** A page for slides, which the browser can open while they are bundled. */
function openAhead(browser: Promise<Browser>, isFirst: boolean, timeoutMs?: number): Promise<BlankPage> {
  const blank = browser.then((started) => blankPage(started, timeoutMs, isFirst));
  blank.catch(() => {}); // Awaited once the slides are ready; closed with the browser.
  return blank;
}
