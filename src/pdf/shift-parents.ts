import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
} from 'pdf-lib';

/** Of pages and forms, and of annotations and pictures (ISO 32000-1, 14.7.4.4). */
const KEYS = ['StructParents', 'StructParent'].map((key) => PDFName.of(key));

/**
 * Adds to the keys by which pages, annotations and drawings find their tags in the parent tree.
 * @param by null where there is no such tree: older versions of Chromium write keys all the same, and they go
 */
export function shiftParents(
  context: PDFContext,
  { first, last }: { readonly first: number; readonly last: number },
  by: number | null,
): void {
  for (let number = first; number <= last; number += 1) {
    const object = context.lookup(PDFRef.of(number));
    if (object) shift(object, by);
  }
}

function shift(object: PDFObject, by: number | null): void {
  if (object instanceof PDFStream) {
    shift(object.dict, by);
  } else if (object instanceof PDFArray) {
    for (const entry of object.asArray()) shift(entry, by);
  } else if (object instanceof PDFDict) {
    for (const key of KEYS) {
      const value = object.get(key);
      if (by === null) object.delete(key);
      else if (value instanceof PDFNumber) object.set(key, PDFNumber.of(value.asNumber() + by));
    }
    for (const value of object.values()) shift(value, by);
  }
}
