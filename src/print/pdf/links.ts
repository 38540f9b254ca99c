import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib';
import { metadataText, textOf, treeEntries } from './objects.ts';
import type { PageLabels } from './pdf-types.ts';

/** The link annotations of a page. */
export function linkAnnotations(page: PDFPage): readonly PDFDict[] {
  const annotations = page.node.Annots()?.asArray() ?? [];
  return annotations
    .map((entry) => page.doc.context.lookup(entry))
    .filter((entry) => entry instanceof PDFDict)
    .filter((entry) => entry.lookup(PDFName.of('Subtype')) === PDFName.of('Link'));
}

/** The address that a link annotation opens, or null for other actions. */
export function linkUri(annotation: PDFDict): string | null {
  const action = annotation.lookup(PDFName.of('A'));
  return action instanceof PDFDict ? textOf(action.lookup(PDFName.of('URI'))) : null;
}

const SCHEME = /^talkdeck:/i;
const DECK_LINK = /^talkdeck:([^/]+)\/([1-9]\d*)$/i;

/**
 * Points links to slides of other decks, `talkdeck:<slug>/<n>`, at their files. A link without a target becomes inert.
 */
export function pointDeckLinks(pdf: PDFDocument, linkTo: (slug: string, no: number) => string | null): void {
  for (const annotation of pdf.getPages().flatMap(linkAnnotations)) {
    const uri = linkUri(annotation);
    const file = uri === null ? null : slidesFile(uri);
    if (file !== null) annotation.set(PDFName.of('A'), openAction(pdf, file));
    if (uri === null || !SCHEME.test(uri)) continue;
    const [, slug, no] = DECK_LINK.exec(uri) ?? [];
    const name = slug === undefined ? null : decode(slug);
    const target = name === null ? null : linkTo(name, Number(no));
    // A separate dictionary, because two annotations of one link may share theirs.
    if (target === null) annotation.delete(PDFName.of('A'));
    else annotation.set(PDFName.of('A'), openAction(pdf, target));
  }
}

/**
 * Describes each link for those who have it read aloud (ISO 14289-1, 7.18.5): by its address, or the label of its page.
 */
export function describeLinks(pdf: PDFDocument, labels: readonly PageLabels[]): void {
  const named = namedDestinations(pdf);
  const pages = pdf.getPages();
  for (const annotation of pages.flatMap(linkAnnotations)) {
    const place = destinationOf(annotation, named)?.get(0);
    const page = place ? pages.findIndex(({ ref }) => ref === place) : -1;
    const said = readable(linkUri(annotation)) ?? (page < 0 ? '' : labelOf(page, labels));
    if (said === '') annotation.delete(CONTENTS);
    else annotation.set(CONTENTS, PDFHexString.fromText(metadataText(said)));
  }
}

const CONTENTS = PDFName.of('Contents');

/** An address in readable form. */
function readable(uri: string | null): string | null {
  try {
    return uri === null ? null : decodeURI(uri);
  } catch {
    return uri; // Invalid UTF-8 is kept as it is.
  }
}

/** The label of a page; decimal, as slides are numbered. */
function labelOf(page: number, labels: readonly PageLabels[]): string {
  const range = labels.findLast(({ from }) => from <= page);
  return `${range?.prefix ?? ''}${page - (range?.from ?? 0) + 1}`;
}

/**
 * The target of a link to a file of slides/, `talkdeck-file:assets/demo.webm`, seen from a product's folder such as
 * out/pdf/; null for other links.
 */
export function slidesFile(uri: string): string | null {
  const [, path] = /^talkdeck-file:(.+)$/is.exec(uri) ?? [];
  return path === undefined ? null : `../../slides/${path}`;
}

function openAction(pdf: PDFDocument, uri: string): PDFDict {
  return pdf.context.obj({ Type: 'Action', S: 'URI', URI: ascii(uri) });
}

/** The top of a page, keeping the reader's zoom. */
export function pageDestination(page: PDFPage): PDFArray {
  const { y, height } = page.getMediaBox();
  return page.doc.context.obj([page.ref, 'XYZ', 0, y + height, null]);
}

/** The document's named destinations, from the older dictionary and the newer name tree. */
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

const ACTION = PDFName.of('A');

/**
 * Target of a link or an outline entry in its own document.
 * @returns undefined if it leads elsewhere or has another action; null if it leads to a name that the document lacks
 */
export function destinationOf(
  item: PDFDict,
  named: ReadonlyMap<string, PDFArray>,
): PDFArray | null | undefined {
  const action = item.lookup(ACTION);
  const jumps = action instanceof PDFDict && action.lookup(PDFName.of('S')) === PDFName.of('GoTo');
  const place = item.lookup(PDFName.of('Dest')) ?? (jumps ? action.lookup(PDFName.of('D')) : undefined);
  if (place === undefined || place instanceof PDFArray) return place;
  return named.get(textOf(place) ?? '') ?? null;
}

/**
 * Gives each slide a named destination: `deck.pdf#nameddest=slide-3`. The browser only names slides that a link of the
 * deck leads to.
 * @param pageOf 0-based page on which each slide begins
 */
export function nameDestinations(pdf: PDFDocument, pageOf: readonly number[]): void {
  const key = PDFName.of('Dests');
  const destinations = pdf.catalog.lookupMaybe(key, PDFDict) ?? pdf.context.obj({});
  const pages = pdf.getPages();
  for (const [index, at] of pageOf.entries()) {
    const page = pages[at];
    if (page) destinations.set(PDFName.of(`slide-${index + 1}`), pageDestination(page));
  }
  if (!pdf.catalog.has(key)) pdf.catalog.set(key, destinations);
}

function decode(slug: string): string | null {
  try {
    return decodeURIComponent(slug);
  } catch {
    return null; // Invalid UTF-8.
  }
}

/** Addresses in a PDF are ASCII (ISO 32000-1, 12.6.4.7). */
function ascii(uri: string): PDFHexString {
  const encoded = uri.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
  return PDFHexString.of(Buffer.from(encoded, 'latin1').toString('hex'));
}

/** A destination may be wrapped in a dictionary (ISO 32000-1, 12.3.2.3). */
function explicit(value: PDFObject | undefined): PDFArray | null {
  const place = value instanceof PDFDict ? value.lookup(PDFName.of('D')) : value;
  return place instanceof PDFArray ? place : null;
}
