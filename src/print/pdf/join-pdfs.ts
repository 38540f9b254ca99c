import {
  type PDFArray,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { digestOf, digestOfAll } from '../../base/changed.ts';
import { type CopiedPart, copyPart } from './copy-part.ts';
import { readLabels, writeFacts } from './facts.ts';
import { joinTags } from './join-tags.ts';
import { describeLinks, destinationOf, linkAnnotations, linkUri, pageDestination } from './links.ts';
import { loadPdf, makeNameTree, mapReferences, savePdf } from './objects.ts';
import { readOutline } from './pdf-outline.ts';
import type { PageLabels, PdfFacts, PdfOutlineEntry } from './pdf-types.ts';

/** A finished PDF to be joined with others. */
export interface PdfPart {
  /** Its file name, which links of other parts use, such as `qa.pdf`; unique among the parts. */
  readonly file: string;
  readonly pdf: Uint8Array;
  /** Prefix of its page labels, such as `2-`. */
  readonly prefix: string;
  /** Its title in the outline. */
  readonly title: string;
}

export interface JoinedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Joins several PDFs into one: pages, tags, outlines and links, where links between the files become links to pages. A
 * part's named destination `slide-3` becomes `qa/slide-3`. The same parts give the same bytes.
 *
 * @throws RangeError if two parts have the same file name
 */
export async function joinPdfs(
  parts: readonly PdfPart[],
  facts: Omit<PdfFacts, 'outline' | 'labels'>,
): Promise<JoinedPdf> {
  if (new Set(parts.map(({ file }) => file)).size < parts.length)
    throw new RangeError('two parts have one file name');
  const whole = await PDFDocument.create({ updateMetadata: false });
  const { context } = whole;
  const copied: (CopiedPart & PdfPart)[] = [];
  const outline: PdfOutlineEntry[] = [];
  const labels: PageLabels[] = [];
  for (const part of parts) {
    const pdf = await loadPdf(part.pdf);
    const first = copied.reduce((sum, { pages }) => sum + pages.length, 0);
    outline.push({ title: part.title, page: first, children: moved(readOutline(pdf), first) });
    for (const { from, prefix, style } of readLabels(pdf))
      labels.push({ from: first + from, prefix: part.prefix + prefix, style });
    copied.push({ ...part, ...copyPart(whole, pdf) });
  }
  joinTags(whole, copied, facts.lang);
  joinLinks(context, copied);
  shareResources(context, whole.getPages());
  const names = makeNameTree(context, allDestinations(copied));
  whole.catalog.set(PDFName.of('Names'), context.obj({ Dests: names }));
  writeFacts(whole, { ...facts, outline, labels });
  describeLinks(whole, labels);
  return { pdf: await savePdf(whole), pages: whole.getPageCount() };
}

function moved(entries: readonly PdfOutlineEntry[], by: number): readonly PdfOutlineEntry[] {
  return entries.map(({ title, page, children }) => ({
    title,
    page: page + by,
    children: moved(children, by),
  }));
}

function allDestinations(parts: readonly (CopiedPart & PdfPart)[]): ReadonlyMap<string, PDFArray> {
  return new Map(
    parts.flatMap(({ file, destinations }) =>
      [...destinations].map(([name, place]) => [`${file.replace(/\.pdf$/, '')}/${name}`, place] as const),
    ),
  );
}

type LinkedPart = Pick<CopiedPart, 'pages' | 'destinations'> & {
  /** File name of the part by itself. */
  readonly file: string;
};

/** A file in the same folder, and its fragment (RFC 8118). */
const FILE_LINK = /^\.\/([^/?#]+)(?:#(.*))?$/;

/**
 * Makes links to a page of the same part, or to another part's file, lead to the page in the whole. A name that its
 * part lacks still leads nowhere: names are renamed, so that it cannot match another part's.
 */
function joinLinks(context: PDFContext, parts: readonly LinkedPart[]): void {
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

/** Undefined for an address that does not lead to a page of any part. */
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
    return text; // Invalid UTF-8 is kept as it is.
  }
}

const RESOURCES = PDFName.of('Resources');

/** Merges byte-identical fonts, pictures and other resources. */
function shareResources(context: PDFContext, pages: readonly PDFPage[]): void {
  const kept = new Map<PDFRef, PDFRef>();
  const byContent = new Map<string, PDFRef>();
  const keep = (ref: PDFRef): PDFRef => {
    const known = kept.get(ref);
    if (known) return known;
    kept.set(ref, ref); // A resource that refers to itself stays as it is.
    const object = context.lookup(ref);
    if (!object) return ref;
    mapReferences(object, keep); // Its parts first, so that equal objects become identical.
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
  if (!(object instanceof PDFRawStream)) return digestOf(object.toString());
  object.updateDict(); // Its length may have been a reference.
  return digestOfAll([object.dict.toString(), object.contents]);
}
