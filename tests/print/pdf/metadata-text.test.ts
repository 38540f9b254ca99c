import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { writeFacts } from '../../../src/print/pdf/facts.ts';
import { metadataText } from '../../../src/print/pdf/objects.ts';
import { outlineOf, readPdf } from './read-pdf.ts';

const HOSTILE = ' report\u202Efdp.exe\u2066\n\t\u0007a\u200Bb\u2028c ';
const SEEN = 'reportfdp.exe ab c';

it('is one line that turns nothing around', () => {
  expect(metadataText(HOSTILE)).toBe(SEEN);
  const written = '\u6570\u4E00\u6570 \u{1F469}\u200D\u{1F4BB} e\u0301';
  expect(metadataText(written)).toBe(written);
});

it('a PDF says so little of hostile names, in its properties and its outline', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  writeFacts(pdf, {
    title: HOSTILE,
    author: HOSTILE,
    subject: HOSTILE,
    keywords: [HOSTILE, 'b'],
    lang: 'en',
    outline: [{ title: HOSTILE, page: 0, children: [] }],
    labels: [],
  });
  const bytes = await pdf.save();
  const said = await readPdf(bytes, async (read) => (await read.getMetadata()).info);
  expect(said).toMatchObject({ Title: SEEN, Author: SEEN, Subject: SEEN, Keywords: `${SEEN}, b` });
  expect(await readPdf(bytes, outlineOf)).toMatchObject([{ title: SEEN }]);
});
