import { decodePDFRawStream, PDFArray, PDFDocument, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib';
import type { PrintableDeck } from './types.ts';

const POINTS_PER_PX = 72 / 96;

/** Text is shown, a picture or a group is drawn, or a shading is painted: more than a background. */
const SHOWS_SOMETHING = /\bT[jJ]\b|\bDo\b|\bsh\b/;

/**
 * Writes the deck's facts into its PDF, without the time of printing: the same decks give the same bytes.
 *
 * @param slide its size in CSS pixels
 * @returns the PDF, its number of pages, and the 0-based pages on which nothing but a background is drawn.
 */
export async function finishPdf(
  bytes: Uint8Array,
  deck: Pick<PrintableDeck, 'title' | 'author' | 'lang'>,
  slide: { readonly width: number; readonly height: number },
): Promise<{ pdf: Uint8Array; pages: number; blank: number[] }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.setTitle(deck.title, { showInWindowTitleBar: true });
  if (deck.author) pdf.setAuthor(deck.author);
  pdf.setLanguage(deck.lang);
  pdf.setCreator('talkdeck');
  pdf.setProducer('talkdeck');
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info);
  if (info && 'delete' in info) {
    for (const key of ['CreationDate', 'ModDate'])
      (info as { delete(key: PDFName): void }).delete(PDFName.of(key));
  }
  const pages = pdf.getPages();
  for (const page of pages) trim(page, slide.width * POINTS_PER_PX, slide.height * POINTS_PER_PX);
  const blank = pages.flatMap((page, index) => (SHOWS_SOMETHING.test(content(page)) ? [] : [index]));
  return { pdf: await pdf.save(), pages: pages.length, blank };
}

/** Chromium rounds the page up to its own pixels; what is beyond the slide would show as a white hairline. */
function trim(page: PDFPage, width: number, height: number): void {
  const media = page.getMediaBox();
  page.setMediaBox(0, media.height - height, width, height);
}

/** The page's drawing instructions. */
function content(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((stream) => page.doc.context.lookup(stream))
    .map((stream) => (stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : []))
    .map((bytes) => Buffer.from(bytes).toString('latin1'))
    .join('\n');
}
