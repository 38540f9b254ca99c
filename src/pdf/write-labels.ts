import { type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { PageLabels } from '../print/pdf/pdf-types.ts';

const STYLES = { decimal: 'D', roman: 'r' } as const;

/** Writes how a reader calls the pages (ISO 32000-1, 12.4.2). Without labels it counts them from 1. */
export function writeLabels(pdf: PDFDocument, labels: readonly PageLabels[]): void {
  const key = PDFName.of('PageLabels');
  pdf.catalog.delete(key);
  if (labels.length === 0) return;
  const ranges = labels.flatMap(({ from, prefix, style }) => {
    const range = pdf.context.obj({ S: STYLES[style] });
    if (prefix !== '') range.set(PDFName.of('P'), PDFHexString.fromText(prefix));
    return [from, range];
  });
  pdf.catalog.set(key, pdf.context.obj({ Nums: ranges }));
}
