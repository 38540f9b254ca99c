import { createHash } from 'node:crypto';
import { type PDFContext, PDFName, type PDFObject, type PDFPage, PDFRawStream, PDFRef } from 'pdf-lib';
import { mapReferences } from './map-references.ts';

const RESOURCES = PDFName.of('Resources');

/** Of fonts, pictures and whatever else pages draw with, keeps one where several are the same to the byte. */
export function shareResources(context: PDFContext, pages: readonly PDFPage[]): void {
  const kept = new Map<PDFRef, PDFRef>();
  const byContent = new Map<string, PDFRef>();
  const keep = (ref: PDFRef): PDFRef => {
    const known = kept.get(ref);
    if (known) return known;
    kept.set(ref, ref); // A resource that refers to itself stays as it is.
    const object = context.lookup(ref);
    if (!object) return ref;
    mapReferences(object, keep); // What it is made of comes first, so that it can be the same.
    const content = digest(object);
    const same = byContent.get(content) ?? ref;
    byContent.set(content, same);
    kept.set(ref, same);
    return same;
  };
  for (const { node } of pages) {
    const resources = node.get(RESOURCES);
    if (resources instanceof PDFRef) node.set(RESOURCES, keep(resources));
    else if (resources) mapReferences(resources, keep);
  }
}

function digest(object: PDFObject): string {
  const hash = createHash('sha256');
  if (!(object instanceof PDFRawStream)) return hash.update(object.toString()).digest('base64');
  object.updateDict(); // Its length may have been a reference.
  return hash.update(object.dict.toString()).update('\0').update(object.contents).digest('base64');
}
