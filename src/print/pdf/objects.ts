import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { replaceInvisible } from '../../base/text.ts';

/** Reads a PDF without changing its metadata. */
export function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

/** The document's bytes, without unreferenced objects. They contain no time and no random number. */
export function savePdf(pdf: PDFDocument): Promise<Uint8Array> {
  dropUnused(pdf.context);
  return pdf.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
}

/** The text of a string or a name, or null for other objects. */
export function textOf(object: PDFObject | undefined): string | null {
  const isText = object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName;
  return isText ? object.decodeText() : null;
}

/**
 * The keys and values of a name tree (`Names`) or a number tree (`Nums`), in order (ISO 32000-1, 7.9.6 and 7.9.7).
 * Values may be references.
 */
export function treeEntries(
  context: PDFContext,
  node: PDFObject | undefined,
  leaf: 'Names' | 'Nums',
): readonly (readonly [key: PDFObject, value: PDFObject])[] {
  const dict = context.lookup(node);
  if (!(dict instanceof PDFDict)) return [];
  const kids = dict.lookup(PDFName.of('Kids'));
  if (kids instanceof PDFArray) return kids.asArray().flatMap((kid) => treeEntries(context, kid, leaf));
  const pairs = dict.lookup(PDFName.of(leaf));
  if (!(pairs instanceof PDFArray)) return [];
  const flat = pairs.asArray();
  return flat.flatMap((key, index) => {
    const value = index % 2 === 0 ? flat[index + 1] : undefined;
    const direct = context.lookup(key);
    return value && direct ? [[direct, value] as const] : [];
  });
}

/** A name tree of one node. Names beyond ASCII are written as UTF-16, which readers recognize as text. */
export function makeNameTree(context: PDFContext, entries: ReadonlyMap<string, PDFObject>): PDFDict {
  const rows = [...entries].map(([name, value]) => ({ bytes: bytesOf(name), value }));
  rows.sort((a, b) => Buffer.compare(a.bytes, b.bytes)); // Readers use binary search.
  const names = rows.flatMap(({ bytes, value }) => [PDFHexString.of(bytes.toString('hex')), value]);
  return context.obj({ Names: names });
}

/** Replaces each reference in an object, at any depth of its direct parts, by the result of `change`. */
export function mapReferences(object: PDFObject, change: (ref: PDFRef) => PDFRef): void {
  if (object instanceof PDFStream) {
    mapReferences(object.dict, change);
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      if (value instanceof PDFRef) object.set(key, change(value));
      else mapReferences(value, change);
    }
  } else if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) {
      if (value instanceof PDFRef) object.set(index, change(value));
      else mapReferences(value, change);
    }
  }
}

/**
 * Text for metadata, which readers show on one line beside their own text: in window titles, lists of files, outlines.
 * It must not reverse the rest of that line.
 */
export function metadataText(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
  return replaceInvisible(line, () => '').trim();
}

/** Deletes objects that are unreachable from the document's root, which pdf-lib would keep. */
function dropUnused(context: PDFContext): void {
  const { Root, Info, Encrypt } = context.trailerInfo;
  const used = new Set<PDFRef>();
  const waiting: PDFRef[] = [];
  const visit = (ref: PDFRef): PDFRef => {
    if (!used.has(ref)) {
      used.add(ref);
      waiting.push(ref);
    }
    return ref;
  };
  for (const entry of [Root, Info, Encrypt]) if (entry instanceof PDFRef) visit(entry);
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    const object = context.lookup(ref);
    if (object instanceof PDFObject) mapReferences(object, visit);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
}

function bytesOf(name: string): Buffer {
  if (/^[\x20-\x7e]*$/.test(name)) return Buffer.from(name, 'latin1');
  return Buffer.from(PDFHexString.fromText(name).asBytes());
}
