import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { writeOutline } from '../../../src/print/pdf/pdf-outline.ts';
import type { PdfOutlineEntry } from '../../../src/print/pdf/pdf-types.ts';
import { outlineOf, type ReadEntry, readPdf } from './read-pdf.ts';

const leaf = (title: string, page: number): PdfOutlineEntry => ({ title, page, children: [] });
const branch = (_: unknown, index: number): PdfOutlineEntry => ({
  ...leaf(`branch ${index}`, 0),
  children: [leaf('a', 0), { ...leaf('b', 1), children: [leaf('c', 1)] }],
});

async function written(entries: readonly PdfOutlineEntry[]): Promise<readonly ReadEntry[]> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.addPage();
  writeOutline(pdf, entries);
  return readPdf(await pdf.save(), outlineOf);
}

test.each([
  [10, true, true], // 40 lines
  [11, true, false], // 44 lines, 33 of two levels
  [13, true, false],
  [14, false, false], // 42 lines of two levels
])('of %i branches, as many levels are open as fit', async (count, first, second) => {
  const entries = await written(Array.from({ length: count }, branch));
  expect(entries).toHaveLength(count);
  for (const { open, children } of entries) {
    expect([open, ...children.map((child) => child.open)]).toEqual([first, false, second]);
    expect(children.map(({ page }) => page)).toEqual([1, 2]);
  }
});

test('an entry beyond the last page leads to the last page', async () => {
  const [entry] = await written([leaf('late', 9)]);
  expect(entry?.page).toBe(2);
});

test('a document without entries has no outline, and shows none', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  writeOutline(pdf, [leaf('a', 0)]);
  writeOutline(pdf, []);
  const bytes = await pdf.save();
  expect(await readPdf(bytes, outlineOf)).toEqual([]);
  expect(await readPdf(bytes, (read) => read.getPageMode())).toBe('UseNone');
});
