import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from 'pdf-lib';
import { textOf } from './text-of.ts';
import { treeEntries } from './tree-entries.ts';

/** The places in the document that have a name, from the older dictionary and the newer tree of names. */
export function namedDestinations({ catalog, context }: PDFDocument): ReadonlyMap<string, PDFArray> {
  const listed = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? [];
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  const found = new Map<string, PDFArray>();
  for (const [key, value] of [...listed, ...treeEntries(context, names?.get(PDFName.of('Dests')), 'Names')]) {
    const name = textOf(key);
    const place = explicit(context.lookup(value));
    if (name !== null && place) found.set(name, place);
  }
  return found;
}

/** A destination may stand in a dictionary of its own (ISO 32000-1, 12.3.2.3). */
function explicit(value: PDFObject | undefined): PDFArray | null {
  const place = value instanceof PDFDict ? value.lookup(PDFName.of('D')) : value;
  return place instanceof PDFArray ? place : null;
}
