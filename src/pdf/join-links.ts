import { type PDFArray, type PDFContext, type PDFDict, PDFName, type PDFPage } from 'pdf-lib';
import type { CopiedPart } from '../print/pdf/copy-part.ts';
import { linkAnnotations } from '../print/pdf/links.ts';
import { destinationOf } from './destination-of.ts';
import { linkUri } from './link-uri.ts';
import { pageDestination } from './page-destination.ts';

export type LinkedPart = Pick<CopiedPart, 'pages' | 'destinations'> & {
  /** Name of the file that the part has when it stands alone. */
  readonly file: string;
};

/** A file beside this one, and what follows the number sign (RFC 8118). */
const FILE_LINK = /^\.\/([^/?#]+)(?:#(.*))?$/;

/**
 * Makes links that lead to a page of the same part, or to another part's file, lead to the page in the whole. A name
 * that its part does not have leads nowhere, as before; names are renamed, and it must not meet another's.
 */
export function joinLinks(context: PDFContext, parts: readonly LinkedPart[]): void {
  const byFile = new Map(parts.map((part) => [part.file, part]));
  for (const part of parts) {
    for (const annotation of part.pages.flatMap(linkAnnotations)) {
      const uri = linkUri(annotation);
      const inside = uri === null ? destinationOf(annotation, part.destinations) : undefined;
      const place = uri === null ? inside : acrossParts(uri, byFile);
      if (inside === null) annotation.delete(PDFName.of('Dest'));
      if (inside === null || place) annotation.delete(PDFName.of('A'));
      if (place) goTo(context, annotation, place);
    }
  }
}

function goTo(context: PDFContext, annotation: PDFDict, place: PDFArray): void {
  annotation.delete(PDFName.of('Dest'));
  annotation.set(PDFName.of('A'), context.obj({ Type: 'Action', S: 'GoTo', D: place }));
}

/** Undefined for an address that leads to no page of any part. */
function acrossParts(uri: string, byFile: ReadonlyMap<string, LinkedPart>): PDFArray | undefined {
  const [, file, fragment = 'page=1'] = FILE_LINK.exec(uri) ?? [];
  const part = byFile.get(decode(file ?? ''));
  const parameters = new URLSearchParams(fragment);
  const name = parameters.get('nameddest');
  if (name !== null) return part?.destinations.get(name);
  const page: PDFPage | undefined = part?.pages[Number(parameters.get('page')) - 1];
  return page && pageDestination(page);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // No text in UTF-8: taken as it is.
  }
}
