import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib';
import { metadataText, textOf, treeEntries } from './objects.ts';
import { writeOutline } from './pdf-outline.ts';
import type { PageLabels, PdfFacts } from './pdf-types.ts';

/** Replaces all metadata, including dates, so that the same facts give the same bytes. */
export function writeFacts(pdf: PDFDocument, facts: PdfFacts): void {
  const { keywords, lang, outline, labels } = facts;
  const [title = '', author = '', subject = ''] = [facts.title, facts.author, facts.subject].map(
    metadataText,
  );
  delete pdf.context.trailerInfo.Info;
  delete pdf.context.trailerInfo.ID;
  pdf.setTitle(title, { showInWindowTitleBar: true });
  if (author !== '') pdf.setAuthor(author);
  if (subject !== '') pdf.setSubject(subject);
  // Passed as one text: pdf-lib joins keywords with spaces, which they may contain themselves.
  if (keywords.length > 0) pdf.setKeywords([keywords.map(metadataText).join(', ')]);
  pdf.setCreator('talkdeck');
  pdf.setProducer('talkdeck');
  pdf.setLanguage(lang);
  writeOutline(pdf, outline);
  writeLabels(pdf, labels);
}

/** The document's page labels, as far as `PageLabels` can represent them. */
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

const STYLES = { decimal: 'D', roman: 'r' } as const;

/** Writes page labels (ISO 32000-1, 12.4.2). Without them, readers count pages from 1. */
function writeLabels(pdf: PDFDocument, labels: readonly PageLabels[]): void {
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
