import { type PDFContext, type PDFDict, PDFHexString, type PDFObject } from 'pdf-lib';

/** A name tree of one node. Names beyond ASCII are written as UTF-16, which readers take for text. */
export function makeNameTree(context: PDFContext, entries: ReadonlyMap<string, PDFObject>): PDFDict {
  const rows = [...entries].map(([name, value]) => ({ bytes: bytesOf(name), value }));
  rows.sort((a, b) => Buffer.compare(a.bytes, b.bytes)); // Readers search by halves.
  const names = rows.flatMap(({ bytes, value }) => [PDFHexString.of(bytes.toString('hex')), value]);
  return context.obj({ Names: names });
}

function bytesOf(name: string): Buffer {
  if (/^[\x20-\x7e]*$/.test(name)) return Buffer.from(name, 'latin1');
  return Buffer.from(PDFHexString.fromText(name).asBytes());
}
