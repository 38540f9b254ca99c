import { type OpenedDecks, openPage } from '../../src/print/browser/open-page.ts';
import { withBrowser } from '../../src/print/browser/with-browser.ts';
import type { AuditOptions, PrintableDeck } from '../../src/print/types.ts';
import { bundleFolder } from '../../src/print/visit/bundle-folder.ts';

export type { OpenedDecks };

/**
 * Bundles all decks, opens them on one page, waits until every slide is ready, and runs `work`. No request leaves the
 * machine, and no process or temporary folder is left behind.
 *
 * @throws like printDecks
 */
export async function openDecks<T>(
  options: AuditOptions,
  work: (opened: OpenedDecks) => Promise<T>,
): Promise<T> {
  const [done] = await openEach(options, [options], work);
  return done as T;
}

/**
 * The same for batches of decks that need separate pages, with one browser and one bundling process: while one batch is
 * inspected, the next is bundled.
 *
 * @param options `assets` are those of all batches
 */
export function openEach<T, B extends { readonly decks: readonly PrintableDeck[] }>(
  options: Omit<AuditOptions, 'decks'>,
  batches: readonly B[],
  work: (opened: OpenedDecks, batch: B) => Promise<T>,
): Promise<readonly T[]> {
  const { timeoutMs } = options;
  return withBrowser(options, async (browser, signal) => {
    const { bundle, dispose } = await bundleFolder(options, signal, options.bundler);
    const look = async (batch: B) => {
      const bundled = await bundle(batch.decks);
      const request = timeoutMs === undefined ? {} : { timeoutMs };
      return openPage(await browser, bundled, request, (opened) => work(opened, batch));
    };
    try {
      return await Promise.all(batches.map(look));
    } finally {
      await dispose();
    }
  });
}
