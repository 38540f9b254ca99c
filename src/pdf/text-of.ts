import { PDFHexString, PDFName, type PDFObject, PDFString } from 'pdf-lib';

/** What a string or a name says, or null if the object is neither. */
export function textOf(object: PDFObject | undefined): string | null {
  const isText = object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName;
  return isText ? object.decodeText() : null;
}
