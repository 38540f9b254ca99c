import type { Page } from 'playwright-core';
import type { Bundle } from '../slidev/bundle-job.ts';
import type { DeckSpan } from './deck-spans.ts';
import { finishPdf } from './finish-pdf.ts';
import { showDeck } from './page/show-deck.ts';
import type { PrintableDeck, SlideProblem } from './types.ts';

/**
 * Prints one deck of the open page. One `page.pdf` for each deck, with the others hidden, keeps its tags, outline
 * and links, which splitting one large PDF loses.
 */
export async function printPage(
  page: Page,
  deck: PrintableDeck,
  { first, count }: DeckSpan,
  bundle: Bundle,
): Promise<{ pdf: Uint8Array; pages: number; wrong: readonly SlideProblem[] }> {
  const { width, height } = bundle;
  await page.evaluate(showDeck, { first, count });
  const bytes = await page.pdf({
    width,
    height,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  const { pdf, pages, blank } = await finishPdf(bytes, deck, bundle);
  const wrong: SlideProblem[] = blank.map((at) => ({
    slide: first + Math.min(at, count - 1),
    kind: 'blank',
    detail: `page ${at + 1} is empty`,
  }));
  if (pages !== count) {
    wrong.push({ slide: first + count - 1, kind: 'pages', detail: `${count} slides gave ${pages} pages` });
  }
  return { pdf, pages, wrong };
}
