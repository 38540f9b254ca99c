import type { Browser } from 'playwright-core';
import type { Bundle } from '../slidev/bundle-job.ts';
import { awaitSlides } from './await-slides.ts';
import { finishPdf } from './finish-pdf.ts';
import { audit, mendLinks, type SlideProblem, showDeck } from './page-audit.ts';
import { serveFolder } from './serve-folder.ts';
import type { PrintableDeck, PrintedDeck } from './types.ts';

/** Pixels by which content may exceed its box: sizes are rounded to whole pixels. */
const TOLERANCE_PX = 1;

/**
 * Opens the bundle once, looks at every slide, and prints each deck that has no problem. One `page.pdf` for each
 * deck, with the others hidden, keeps its tags, outline and links, which splitting one large PDF loses.
 *
 * @param onPrinted called with the number of decks that are done
 * @returns problems in the order of the slides, those of `bundle.broken` included
 */
export async function printBundle(
  browser: Browser,
  bundle: Bundle,
  decks: readonly PrintableDeck[],
  timeoutMs: number,
  onPrinted: (done: number) => void,
): Promise<{ printed: PrintedDeck[]; problems: SlideProblem[]; blocked: string[] }> {
  const context = await browser.newContext({
    // One slide, not all: with a high viewport Chromium takes minutes for hundreds of slides.
    viewport: { width: bundle.width, height: bundle.height },
    serviceWorkers: 'block',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    // A loader of TypeScript (tsx) wraps functions in this helper, also those that are sent to the page.
    await context.addInitScript('globalThis.__name ??= (target) => target');
    const requests = await serveFolder(context, bundle.outDir);
    const page = await context.newPage();
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' });
    const broken = new Set(bundle.broken.map(({ slide }) => slide));
    const late = await awaitSlides(page, requests, bundle.slides.length, broken, timeoutMs);
    const unserved = [...requests.blocked, ...requests.missing];
    const found = await page.evaluate(audit, { unserved, tolerance: TOLERANCE_PX });
    const deadLinks = await page.evaluate(mendLinks, bundle.slides);
    const problems: SlideProblem[] = [
      ...bundle.broken.map(({ slide, detail }) => ({ slide, kind: 'compile' as const, detail })),
      ...[...late, ...found.problems, ...deadLinks].filter(({ slide }) => !broken.has(slide)),
    ];
    const faulty = new Set(problems.map(({ slide }) => bundle.slides[slide]?.deck));
    const printed: PrintedDeck[] = [];
    for (const [index, deck] of decks.entries()) {
      const first = bundle.slides.findIndex((slide) => slide.deck === index);
      const count = bundle.slides.filter((slide) => slide.deck === index).length;
      if (count > 0 && !faulty.has(index)) {
        await page.evaluate(showDeck, { first, count });
        const { pdf, pages, blank } = await finishPdf(await page.pdf(pdfOptions(bundle)), deck, bundle);
        const wrong: SlideProblem[] = blank.map((at) => ({
          slide: first + Math.min(at, count - 1),
          kind: 'blank',
          detail: `page ${at + 1} is empty`,
        }));
        if (pages !== count) {
          wrong.push({
            slide: first + count - 1,
            kind: 'pages',
            detail: `${count} slides gave ${pages} pages`,
          });
        }
        problems.push(...wrong);
        if (wrong.length === 0) printed.push({ slug: deck.slug, pdf, pages });
      }
      onPrinted(index + 1);
    }
    problems.sort((a, b) => a.slide - b.slide);
    return { printed, problems, blocked: found.unclaimed };
  } finally {
    await context.close().catch(() => {}); // The browser may be gone already, when aborted.
  }
}

function pdfOptions({ width, height }: Bundle) {
  return {
    width,
    height,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  };
}
