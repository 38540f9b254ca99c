import { createHash } from 'node:crypto';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib';

/** Every object of a PDF as text, so that a test failure shows a readable difference. */
export async function pdfObjects(bytes: Uint8Array): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    if (!(object instanceof PDFRawStream)) return `${ref.tag} ${object}`;
    return [`${ref.tag} ${object.dict}`, ...readable(decodePDFRawStream(object).decode())];
  });
}

/** The lines of a content stream or a table; a hash for fonts and images. */
function readable(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const isText = /^[\t\n\r\x20-\x7e]*$/.test(text.slice(0, 500));
  return isText ? text.split('\n') : [createHash('sha256').update(bytes).digest('hex')];
}
