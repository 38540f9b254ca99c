import { PDFDict, type PDFDocument, PDFName } from 'pdf-lib';
import { pageDestination } from './page-destination.ts';

/**
 * Gives each slide a name that an address can end in: `deck.pdf#nameddest=slide-3`. The browser names those alone
 * that a link of the deck leads to.
 * @param pageOf 0-based page on which each slide begins
 */
export function nameSlides(pdf: PDFDocument, pageOf: readonly number[]): void {
  const key = PDFName.of('Dests');
  const destinations = pdf.catalog.lookupMaybe(key, PDFDict) ?? pdf.context.obj({});
  const pages = pdf.getPages();
  for (const [index, at] of pageOf.entries()) {
    const page = pages[at];
    if (page) destinations.set(PDFName.of(`slide-${index + 1}`), pageDestination(page));
  }
  if (!pdf.catalog.has(key)) pdf.catalog.set(key, destinations);
}
