import type { PDFDocument } from 'pdf-lib';
import { metadataText } from '../../pdf/metadata-text.ts';
import { writeLabels } from '../../pdf/write-labels.ts';
import { writeOutline } from '../../pdf/write-outline.ts';
import type { PdfFacts } from './pdf-types.ts';

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
