import type { PDFPage } from 'pdf-lib';
import { finishPage } from '../../pdf/finish-page.ts';
import { mendDeckLinks } from '../../pdf/mend-deck-links.ts';
import { nameSlides } from '../../pdf/name-slides.ts';
import { savePdf } from '../../pdf/save-pdf.ts';
import { writeFacts } from './facts.ts';
import { loadPdf } from './objects.ts';
import { readOutline } from './pdf-outline.ts';
import type { PdfFacts } from './pdf-types.ts';
import { mendTags } from './tags.ts';

const POINTS_PER_PX = 72 / 96;

export interface FinishOptions {
  /** Without an outline, the browser's own stays, which names the headings. */
  readonly facts: PdfFacts;
  /** Size of a slide in CSS pixels. */
  readonly slide: { readonly width: number; readonly height: number };
  /** 0-based page on which each slide begins. */
  readonly pageOf: readonly number[];
  /**
   * Where a link to a slide of another deck leads, as a URI reference such as `./qa.pdf#page=31` (RFC 8118); null
   * for nowhere. @param no 1-based slide
   */
  linkTo(slug: string, no: number): string | null;
}

export interface FinishedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** 0-based pages on which nothing but a background is drawn. */
  readonly blank: readonly number[];
}

/**
 * Makes the PDF of one deck of what the browser printed: its facts, outline, labels and links, tags that readers
 * understand, no time and no number that depends on what else was printed. The same slides give the same bytes.
 */
export async function finishPdf(
  bytes: Uint8Array,
  { facts, slide, pageOf, linkTo }: FinishOptions,
): Promise<FinishedPdf> {
  const pdf = await loadPdf(bytes);
  const pages = pdf.getPages();
  const blank: number[] = [];
  for (const [index, page] of pages.entries()) {
    trim(page, slide.width * POINTS_PER_PX, slide.height * POINTS_PER_PX);
    if (finishPage(page).blank) blank.push(index);
  }
  nameSlides(pdf, pageOf);
  mendDeckLinks(pdf, linkTo);
  mendTags(pdf, facts.lang);
  const outline = facts.outline.length > 0 ? facts.outline : readOutline(pdf);
  writeFacts(pdf, { ...facts, outline });
  return { pdf: await savePdf(pdf), pages: pages.length, blank };
}

/** Chromium rounds the page up to its own pixels; what is beyond the slide would show as a white hairline. */
function trim(page: PDFPage, width: number, height: number): void {
  const media = page.getMediaBox();
  page.setMediaBox(0, media.height - height, width, height);
}
