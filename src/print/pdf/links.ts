import { PDFDict, PDFName, type PDFPage } from 'pdf-lib';

/** The link annotations of a page. */
export function linkAnnotations(page: PDFPage): readonly PDFDict[] {
  const annotations = page.node.Annots()?.asArray() ?? [];
  return annotations
    .map((entry) => page.doc.context.lookup(entry))
    .filter((entry) => entry instanceof PDFDict)
    .filter((entry) => entry.lookup(PDFName.of('Subtype')) === PDFName.of('Link'));
}
