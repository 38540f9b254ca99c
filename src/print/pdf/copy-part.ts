import {
  type PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
} from 'pdf-lib';
import { namedDestinations } from './links.ts';
import { textOf } from './objects.ts';

/** What was copied into a document from another one. */
export interface CopiedPart {
  readonly pages: readonly PDFPage[];
  readonly destinations: ReadonlyMap<string, PDFArray>;
  /** The root of its structure tree; null if it has no tags. */
  readonly tags: PDFDict | null;
  /** BCP 47. */
  readonly lang: string | null;
  /** Numbers of the new objects. */
  readonly objects: { readonly first: number; readonly last: number };
}

/**
 * Appends the pages of a document to another one, with the tags and named destinations that refer to them. A single
 * copier copies everything by reference, so that shared objects stay shared, and tags and links refer to the new pages.
 */
export function copyPart(whole: PDFDocument, part: PDFDocument): CopiedPart {
  const { context } = whole;
  const first = context.largestObjectNumber + 1;
  const copier = PDFObjectCopier.for(part.context, context);
  const pages = part.getPages().map(({ ref }) => {
    const copy = copier.copy(ref);
    const node = context.lookup(copy);
    if (!(node instanceof PDFPageLeaf)) throw new TypeError('a copy of a page is no page');
    return whole.addPage(PDFPage.of(node, copy, whole));
  });
  const destinations = new Map<string, PDFArray>();
  for (const [name, place] of namedDestinations(part)) destinations.set(name, copier.copy(place));
  const tags = part.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  return {
    pages,
    destinations,
    tags: tags ? copier.copy(tags) : null,
    lang: textOf(part.catalog.lookup(PDFName.of('Lang'))),
    objects: { first, last: context.largestObjectNumber },
  };
}
