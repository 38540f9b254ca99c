import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber } from 'pdf-lib';
import { metadataText, textOf, treeEntries } from './objects.ts';
import { writeOutline } from './pdf-outline.ts';
import type { PageLabels, PdfFacts } from './pdf-types.ts';

/** Replaces all that the document says about itself, its dates too: the same facts give the same bytes. */
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
  // One text: the library puts spaces between keywords, which may hold spaces themselves.
  if (keywords.length > 0) pdf.setKeywords([keywords.map(metadataText).join(', ')]);
  pdf.setCreator('talkdeck');
  pdf.setProducer('talkdeck');
  pdf.setLanguage(lang);
  writeOutline(pdf, outline);
  writeLabels(pdf, labels);
}

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

const STYLES = { decimal: 'D', roman: 'r' } as const;

/** Writes how a reader calls the pages (ISO 32000-1, 12.4.2). Without labels it counts them from 1. */
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
