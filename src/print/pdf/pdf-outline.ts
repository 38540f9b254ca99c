import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from 'pdf-lib';
import { destinationOf, namedDestinations, pageDestination } from './links.ts';
import { metadataText, textOf } from './objects.ts';
import type { PdfOutlineEntry } from './pdf-types.ts';

/** The document's outline. An entry without a target among its pages is left out, with its children. */
export function readOutline(pdf: PDFDocument): readonly PdfOutlineEntry[] {
  const named = namedDestinations(pdf);
  const pages = new Map<PDFObject | undefined, number>(pdf.getPages().map(({ ref }, at) => [ref, at]));

  const read = (parent: PDFDict): readonly PdfOutlineEntry[] => {
    const entries: PdfOutlineEntry[] = [];
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    while (item) {
      const page = pages.get(destinationOf(item, named)?.get(0));
      const title = textOf(item.lookup(PDFName.of('Title'))) ?? '';
      if (page !== undefined) entries.push({ title, page, children: read(item) });
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
    return entries;
  };
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  return root ? read(root) : [];
}

/**
 * Replaces the document's outline, and makes readers show it initially. It is opened level by level as long as the
 * visible lines fit a reader's panel: for a long outline the whole first level shows, not the first branch.
 */
export function writeOutline(pdf: PDFDocument, entries: readonly PdfOutlineEntry[]): void {
  const { catalog, context } = pdf;
  catalog.delete(PDFName.of('Outlines'));
  catalog.delete(PDFName.of('PageMode'));
  if (entries.length === 0) return;
  const levels = openLevels(entries);
  const pages = pdf.getPages();
  const root = context.obj({ Type: 'Outlines' });
  const rootRef = context.register(root);

  const write = (parent: PDFDict, parentRef: PDFRef, items: readonly PdfOutlineEntry[], level: number) => {
    const refs = items.map(() => context.nextRef());
    for (const [index, { title, page, children }] of items.entries()) {
      const item = context.obj({ Title: PDFHexString.fromText(metadataText(title)), Parent: parentRef });
      const ref = refs[index];
      const previous = refs[index - 1];
      const next = refs[index + 1];
      const target = pages[Math.min(page, pages.length - 1)];
      if (!ref) continue;
      context.assign(ref, item);
      if (previous) item.set(PDFName.of('Prev'), previous);
      if (next) item.set(PDFName.of('Next'), next);
      if (target) item.set(PDFName.of('Dest'), pageDestination(target));
      if (children.length > 0) write(item, ref, children, level + 1);
    }
    const [first] = refs;
    const last = refs.at(-1);
    if (first) parent.set(PDFName.of('First'), first);
    if (last) parent.set(PDFName.of('Last'), last);
    // Number of lines shown once it is open; negative while it is closed (ISO 32000-1, table 153).
    const open = level <= levels;
    const lines = countLines(items, Math.max(1, levels - level + 1));
    parent.set(PDFName.of('Count'), PDFNumber.of(open ? lines : -lines));
  };
  write(root, rootRef, entries, 1);
  catalog.set(PDFName.of('Outlines'), rootRef);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

interface SlideEntry {
  readonly title: string;
  /** 0-based. */
  readonly slide: number;
  readonly children: readonly SlideEntry[];
}

/**
 * The outline of a deck by page.
 * @param pageOf 0-based page on which each slide begins
 */
export function placeOutline(
  entries: readonly SlideEntry[],
  pageOf: readonly number[],
): readonly PdfOutlineEntry[] {
  return entries.map(({ title, slide, children }) => ({
    title,
    page: pageOf[slide] ?? 0,
    children: placeOutline(children, pageOf),
  }));
}

/** About the number of lines that a reader's side panel shows without scrolling. */
const PANEL_LINES = 40;

/** Number of levels that fit; at least one. */
function openLevels(entries: readonly PdfOutlineEntry[]): number {
  const all = depth(entries);
  let levels = 1;
  while (levels < all && countLines(entries, levels + 1) <= PANEL_LINES) levels += 1;
  return levels;
}

function countLines(entries: readonly PdfOutlineEntry[], levels: number): number {
  if (levels === 0) return 0;
  return entries.reduce((sum, { children }) => sum + 1 + countLines(children, levels - 1), 0);
}

function depth(entries: readonly PdfOutlineEntry[]): number {
  return entries.reduce((most, { children }) => Math.max(most, 1 + depth(children)), 0);
}
