import { deflateSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib';
import { markArtifacts } from './mark-artifacts.ts';

/** Text is shown, a picture or a group is drawn, or a shading is painted: more than a background. */
const SHOWS_SOMETHING = /\bT[jJ]\b|\bDo\b|\bsh\b/;

/** Marks what the page draws without a tag as decoration. @returns whether it shows nothing but a background */
export function finishPage(page: PDFPage): { readonly blank: boolean } {
  const { context } = page.doc;
  const contents = page.node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const drawing = parts
    .map((part) => context.lookup(part))
    .map((stream) => (stream instanceof PDFRawStream ? decode(stream) : ''))
    .join('\n');
  const marked = markArtifacts(drawing);
  if (marked !== drawing) {
    const bytes = deflateSync(Buffer.from(marked, 'latin1'));
    const dict = context.obj({ Filter: 'FlateDecode' });
    page.node.set(PDFName.of('Contents'), context.register(PDFRawStream.of(dict, bytes)));
  }
  return { blank: !SHOWS_SOMETHING.test(drawing) };
}

/** As Latin-1: a character for each byte. */
function decode(stream: PDFRawStream): string {
  const { contents, dict } = stream;
  // The library's own way is ten times slower.
  const flate =
    dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'));
  return Buffer.from(flate ? inflateSync(contents) : decodePDFRawStream(stream).decode()).toString('latin1');
}
