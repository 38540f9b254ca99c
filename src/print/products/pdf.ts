import type { Page } from 'playwright-core';
import { counted } from '../../base/text.ts';
import { openPage } from '../browser/open-page.ts';
import { drawPictures, undrawPictures } from '../page/draw-pictures.ts';
import { prepareStructure, restoreStructure } from '../page/prepare-structure.ts';
import { fixLinks, showDeck } from '../page/show-deck.ts';
import { finishPdf } from '../pdf/finish-pdf.ts';
import { placeOutline } from '../pdf/pdf-outline.ts';
import type { SlideProblem } from '../types.ts';
import type { ShownDeck } from '../visit/visit-batch.ts';

const LABELS = [{ from: 0, prefix: '', style: 'decimal' }] as const;

interface PrintedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly wrong: readonly SlideProblem[];
}

/**
 * Prints the deck on the page. One `page.pdf` per deck keeps its tags, outline and links, which splitting one large PDF
 * would lose.
 *
 * @param clicks prints a page per click instead of one per slide, from a separate page on which Slidev shows them
 */
export async function printPage(visited: ShownDeck, clicks: boolean): Promise<PrintedPdf> {
  const { bundle, span, page, pageOf } = visited;
  if (!clicks) return print(page, visited, pageOf, span.count);
  const browser = page.context().browser();
  if (!browser) throw new Error('the page belongs to no browser');
  return openPage(browser, bundle, { span, clicks }, async (opened) => {
    const pages = await opened.page.evaluate(showDeck, span);
    await opened.page.evaluate(fixLinks, bundle.slides);
    const printed = await print(opened.page, visited, pages, null);
    // It has its own slides, which may not have become ready.
    return { ...printed, wrong: [...opened.problems, ...printed.wrong] };
  });
}

/**
 * Address of another deck's PDF, seen from a file below out/, at a slide: a URI reference with a fragment of RFC 8118.
 *
 * @param folder such as `.` or `../pdf`
 * @param no 1-based slide
 * @param clicks whether slides have, or may have, several pages, so that a name is needed to find them
 */
export function deckUri(folder: string, slug: string, no: number, clicks: boolean): string {
  const place = clicks ? `nameddest=slide-${no}` : `page=${no}`;
  return `${folder}/${encodeURIComponent(slug)}.pdf#${place}`;
}

/**
 * Prepares the page for PDF during `work`: no picture has many more dots than twice its size shows, and the structure
 * has all words, with spaces between them.
 */
export async function asPrinted<T>(page: Page, work: () => Promise<T>): Promise<T> {
  await page.evaluate(drawPictures, { whole: true });
  await page.evaluate(prepareStructure);
  try {
    return await work();
  } finally {
    await page.evaluate(restoreStructure);
    await page.evaluate(undrawPictures);
  }
}

/** @param expected number of pages; null if unknown */
async function print(
  page: Page,
  { deck, bundle, span }: ShownDeck,
  pageOf: readonly number[],
  expected: number | null,
): Promise<PrintedPdf> {
  const { width, height } = bundle;
  const bytes = await asPrinted(page, () =>
    page.pdf({
      width,
      height,
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    }),
  );
  const { title, author, subject, keywords, lang } = deck;
  const outline = placeOutline(deck.outline, pageOf);
  const { pdf, pages, blank } = await finishPdf(bytes, {
    facts: { title, author, subject, keywords, lang, outline, labels: LABELS },
    slide: bundle,
    pageOf,
    linkTo: (slug, no) => deckUri('.', slug, no, expected === null),
  });
  const wrong: SlideProblem[] = blank.map((at) => ({
    slide:
      span.first +
      Math.max(
        0,
        pageOf.findLastIndex((from) => from <= at),
      ),
    kind: 'blank',
    detail: `page ${at + 1} is empty`,
  }));
  if (expected !== null && pages !== expected) {
    const slide = span.first + span.count - 1;
    wrong.push({
      slide,
      kind: 'pages',
      detail: `${counted(expected, 'slide')} gave ${counted(pages, 'page')}`,
    });
  }
  return { pdf, pages, wrong };
}
