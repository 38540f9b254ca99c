import { ParseSpeeds, PDFDocument } from 'pdf-lib';

/** Reads a PDF, and leaves what it says about itself as it is. */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
