import { PDFDict, type PDFDocument, PDFName, type PDFObject } from 'pdf-lib';
import { destinationOf } from '../../pdf/destination-of.ts';
import { namedDestinations } from '../../pdf/named-destinations.ts';
import { textOf } from '../../pdf/text-of.ts';
import type { PdfOutlineEntry } from './pdf-types.ts';

/** The document's outline. An entry that leads to none of its pages is left out, and what stands below it. */
export function readOutline(pdf: PDFDocument): readonly PdfOutlineEntry[] {
  const named = namedDestinations(pdf);
  const pages = new Map<PDFObject | undefined, number>(pdf.getPages().map(({ ref }, at) => [ref, at]));

  const read = (parent: PDFDict): readonly PdfOutlineEntry[] => {
    const entries: PdfOutlineEntry[] = [];
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    while (item) {
      const page = pages.get(destinationOf(item, named)?.get(0));
      const title = textOf(item.lookup(PDFName.of('Title'))) ?? '';
      if (page !== undefined) entries.push({ title, page, children: read(item) });
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
    return entries;
  };
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  return root ? read(root) : [];
}
