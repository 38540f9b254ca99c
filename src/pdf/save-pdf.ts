import type { PDFDocument } from 'pdf-lib';
import { dropUnused } from './drop-unused.ts';

/** The document's bytes, without objects that nothing refers to. They hold no time and no random number. */
export function savePdf(pdf: PDFDocument): Promise<Uint8Array> {
  dropUnused(pdf.context);
  return pdf.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}
