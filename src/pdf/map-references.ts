import { PDFArray, PDFDict, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';

/** Changes each reference inside of an object, however deep in its direct parts, into what `change` gives. */
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
