import { createHash } from 'node:crypto';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib';

/** Every object of a PDF in words, for a comparison whose difference can be read: bytes say nothing to a person. */
export async function pdfObjects(bytes: Uint8Array): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    if (!(object instanceof PDFRawStream)) return `${ref.tag} ${object}`;
    return [`${ref.tag} ${object.dict}`, ...readable(decodePDFRawStream(object).decode())];
  });
}

/** The lines of a drawing or a table; of a font or a picture, a digest. */
function readable(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const isText = /^[\t\n\r\x20-\x7e]*$/.test(text.slice(0, 500));
  return isText ? text.split('\n') : [createHash('sha256').update(bytes).digest('hex')];
}
