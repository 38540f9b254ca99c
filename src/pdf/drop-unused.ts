import { type PDFContext, PDFObject, PDFRef } from 'pdf-lib';
import { mapReferences } from './map-references.ts';

/** Deletes the objects that cannot be reached from the document's root: a writer would keep them all. */
export function dropUnused(context: PDFContext): void {
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
