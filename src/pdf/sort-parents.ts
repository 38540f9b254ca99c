import { type PDFContext, type PDFDict, PDFName, PDFNumber } from 'pdf-lib';
import { treeEntries } from './tree-entries.ts';

/** Puts the parent tree in order, and says which key is free: older versions of Chromium get both wrong. */
export function sortParents(context: PDFContext, root: PDFDict): void {
  const entries = treeEntries(context, root.get(PDFName.of('ParentTree')), 'Nums').flatMap(([key, value]) =>
    key instanceof PDFNumber ? [{ key: key.asNumber(), value }] : [],
  );
  entries.sort((a, b) => a.key - b.key);
  const nums = entries.flatMap(({ key, value }) => [PDFNumber.of(key), value]);
  root.set(PDFName.of('ParentTree'), context.obj({ Nums: nums }));
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of((entries.at(-1)?.key ?? -1) + 1));
}
