import { availableParallelism } from 'node:os';
import { batchDecks } from './batch-decks.ts';
import { type BlankPage, blankPage } from './blank-page.ts';
import { type BundleFolder, bundleFolder } from './bundle-folder.ts';
import { deckSpans } from './deck-spans.ts';
import { partSpans } from './part-spans.ts';
import type { AuditOptions, PrintableDeck } from './types.ts';
import { type Visit, visitLane } from './visit-lane.ts';
import { withBrowser } from './with-browser.ts';

/** More pages than that wait for one another in the browser. */
const MOST_PAGES = 4;

/**
 * Shows one deck after the other in a browser, on as many pages side by side as there are cores, and lets `visit`
 * look at each that has slides. Decks are bundled in batches, the next one while the one before is being looked at.
 *
 * No request leaves the machine, and nothing is left behind: no process, no temporary folder.
 *
 * @returns addresses that were asked for and not given
 * @throws as printDecks does
 */
export function visitDecks(options: AuditOptions, visit: Visit): Promise<readonly string[]> {
  const { decks, onProgress, timeoutMs } = options;
  if (new Set(decks.map(({ slug }) => slug)).size < decks.length)
    throw new RangeError('two decks have one slug');
  const total = decks.reduce((sum, { origins }) => sum + origins.length, 0);
  const pages = Math.min(MOST_PAGES, availableParallelism());
  return withBrowser(options, async (browser, signal) => {
    let bundled = 0;
    let { bundler } = options;
    const start = async (batch: readonly PrintableDeck[]): Promise<BundleFolder> => {
      onProgress?.({ stage: 'bundle', done: bundled, total });
      const first = bundler;
      bundler = undefined;
      const folder = await bundleFolder({ ...options, decks: batch }, signal, first);
      bundled += folder.bundle.slides.length;
      onProgress?.({ stage: 'bundle', done: bundled, total });
      return folder;
    };
    let blank: Promise<BlankPage> | undefined = browser.then((started) => blankPage(started, timeoutMs));
    blank.catch(() => {}); // Awaited when the slides are there; the browser takes it along when it closes.
    const pageFor = () => {
      const request = { blank, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
      blank = undefined;
      return request;
    };
    const unserved = new Set<string>();
    await inTurn(batchDecks(decks), start, async ({ bundle }, batch) => {
      const started = await browser;
      const lanes = partSpans(deckSpans(bundle, batch.length), pages);
      const visits = lanes.map((lane) => visitLane(started, { bundle, batch }, lane, visit, pageFor()));
      for (const url of (await Promise.all(visits)).flat()) unserved.add(url);
    });
    return [...unserved];
  });
}

/** Uses one folder after the other, each while the next one is being made; all are removed in any case. */
async function inTurn<B>(
  batches: readonly B[],
  start: (batch: B) => Promise<BundleFolder>,
  use: (folder: BundleFolder, batch: B) => Promise<void>,
): Promise<void> {
  let next: Promise<BundleFolder> | undefined;
  try {
    for (const [index, batch] of batches.entries()) {
      const folder = await (next ?? start(batch));
      const following = batches[index + 1];
      next = following && start(following);
      next?.catch(() => {}); // Awaited when its turn comes.
      try {
        await use(folder, batch);
      } finally {
        await folder.dispose();
      }
    }
  } finally {
    await next?.then(
      ({ dispose }) => dispose(),
      () => {},
    );
  }
}
