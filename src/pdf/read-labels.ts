import { PDFDict, type PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import type { PageLabels } from '../print/pdf/pdf-types.ts';
import { textOf } from './text-of.ts';
import { treeEntries } from './tree-entries.ts';

/** How a reader calls the document's pages, as far as `PageLabels` can say. */
export function readLabels({ catalog, context }: PDFDocument): readonly PageLabels[] {
  const labels: PageLabels[] = [];
  for (const [from, value] of treeEntries(context, catalog.get(PDFName.of('PageLabels')), 'Nums')) {
    const range = context.lookup(value);
    if (!(from instanceof PDFNumber && range instanceof PDFDict)) continue;
    const roman = range.lookup(PDFName.of('S')) === PDFName.of('r');
    const prefix = textOf(range.lookup(PDFName.of('P'))) ?? '';
    labels.push({ from: from.asNumber(), prefix, style: roman ? 'roman' : 'decimal' });
  }
  return labels.length > 0 ? labels : [{ from: 0, prefix: '', style: 'decimal' }];
}
