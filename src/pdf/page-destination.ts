import type { PDFArray, PDFPage } from 'pdf-lib';

/** The top of a page, with the reader's magnification left as it is. */
export function pageDestination(page: PDFPage): PDFArray {
  const { y, height } = page.getMediaBox();
  return page.doc.context.obj([page.ref, 'XYZ', 0, y + height, null]);
}
