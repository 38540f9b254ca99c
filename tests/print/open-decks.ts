import { type OpenedDecks, openPage } from '../../src/print/browser/open-page.ts';
import { withBrowser } from '../../src/print/browser/with-browser.ts';
import type { AuditOptions } from '../../src/print/types.ts';
import { bundleFolder } from '../../src/print/visit/bundle-folder.ts';

export type { OpenedDecks };

/**
 * Bundles all decks, opens them on one page, waits until every slide is ready, and runs `work`. No request leaves the
 * machine, and no process or temporary folder is left behind.
 *
 * @throws like printDecks
 */
export function openDecks<T>(options: AuditOptions, work: (opened: OpenedDecks) => Promise<T>): Promise<T> {
  const { timeoutMs } = options;
  return withBrowser(options, async (browser, signal) => {
    const { bundle: bundleDecks, dispose } = await bundleFolder(options, signal, options.bundler);
    try {
      const bundle = await bundleDecks(options.decks);
      return await openPage(await browser, bundle, timeoutMs === undefined ? {} : { timeoutMs }, work);
    } finally {
      await dispose();
    }
  });
}
