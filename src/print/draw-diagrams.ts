import type { Diagrams } from '../slidev/file/drawn-diagrams.ts';
import type { BundledSlide } from '../slidev/job.ts';
import { openPage } from './browser/open-page.ts';
import { withBrowser } from './browser/with-browser.ts';
import { drawnDiagrams } from './page/drawn-diagrams.ts';
import type { AuditOptions, SlideProblem } from './types.ts';
import { bundleFolder } from './visit/bundle-folder.ts';

interface DrawnDecks {
  /** Of all decks. */
  readonly diagrams: Diagrams;
  /** Slides that did not get ready, by their place among `slides`. */
  readonly problems: readonly SlideProblem[];
  readonly slides: readonly BundledSlide[];
}

/**
 * Draws the diagrams of decks, for pages that are to show them without the drawing program.
 * @throws like printDecks
 */
export function drawDiagrams(options: AuditOptions): Promise<DrawnDecks> {
  return withBrowser(options, async (browser, signal) => {
    const { bundle: bundleDecks, dispose } = await bundleFolder(options, signal, options.bundler);
    try {
      const bundle = await bundleDecks(options.decks);
      return await openPage(await browser, bundle, {}, async ({ page, problems }) => ({
        diagrams: await page.evaluate(drawnDiagrams),
        problems,
        slides: bundle.slides,
      }));
    } finally {
      await dispose();
    }
  });
}
