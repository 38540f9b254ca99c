import { PDFDict, PDFName } from 'pdf-lib';
import { textOf } from './text-of.ts';

/** The address that a link annotation opens, or null if it does something else. */
export function linkUri(annotation: PDFDict): string | null {
  const action = annotation.lookup(PDFName.of('A'));
  return action instanceof PDFDict ? textOf(action.lookup(PDFName.of('URI'))) : null;
}
