import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';
import type { PdfOutlineEntry } from '../print/pdf/pdf-types.ts';
import { metadataText } from './metadata-text.ts';
import { pageDestination } from './page-destination.ts';

/** About as many lines as a reader's side panel shows without scrolling. */
const PANEL_LINES = 40;

/**
 * Replaces the document's outline, and lets a reader show it at the start. It is opened level by level, as long as
 * all open lines fit into a reader's panel: of a long outline one sees the whole first level, not its first branch.
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
    // Lines that show once it is open; below zero while it is closed (ISO 32000-1, table 153).
    const open = level <= levels;
    const lines = countLines(items, Math.max(1, levels - level + 1));
    parent.set(PDFName.of('Count'), PDFNumber.of(open ? lines : -lines));
  };
  write(root, rootRef, entries, 1);
  catalog.set(PDFName.of('Outlines'), rootRef);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

/** How many levels fit; the first one always does. */
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
