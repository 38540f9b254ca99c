import type { Diagrams } from '../slidev/file/drawn-diagrams.ts';
import type { BundledSlide } from '../slidev/job.ts';
import { openPage } from './browser/open-page.ts';
import { withBrowser } from './browser/with-browser.ts';
import { type DiagramImages, diagramImages } from './page/diagram-images.ts';
import { type AuditOptions, deckSpans, type SlideProblem } from './types.ts';
import { bundleFolder } from './visit/bundle-folder.ts';

interface DrawnDecks {
  /** Per deck. */
  readonly diagrams: readonly Diagrams[];
  /** Per deck, the same as images. */
  readonly images: readonly DiagramImages[];
  /** Slides that did not become ready, by index in `slides`. */
  readonly problems: readonly SlideProblem[];
  readonly slides: readonly BundledSlide[];
}

/**
 * Draws the diagrams of decks, for pages that show them without Mermaid.
 * @throws what printDecks throws
 */
export function drawDiagrams(options: AuditOptions): Promise<DrawnDecks> {
  return withBrowser(options, async (browser, signal) => {
    const { bundle: bundleDecks, dispose } = await bundleFolder(options, signal, options.bundler);
    try {
      const bundle = await bundleDecks(options.decks);
      const diagrams: Diagrams[] = [];
      const images: DiagramImages[] = [];
      const found: SlideProblem[] = [];
      for (const span of deckSpans(bundle, options.decks.length)) {
        await openPage(await browser, bundle, { span }, async ({ page, problems }) => {
          diagrams.push(await page.evaluate(drawnDiagrams));
          images.push(await page.evaluate(diagramImages));
          found.push(...problems);
        });
      }
      return { diagrams, images, problems: found, slides: bundle.slides };
    } finally {
      await dispose();
    }
  });
}

/** The diagrams that the page drew (slidev/plugins/without-server.ts). Runs in the browser. */
export function drawnDiagrams(): Diagrams {
  const { __talkdeckDiagrams: drawn } = globalThis as { __talkdeckDiagrams?: Map<string, string> };
  return Object.fromEntries(drawn ?? []);
}
