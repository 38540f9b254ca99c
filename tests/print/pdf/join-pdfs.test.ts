import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JoinedPdf, joinPdfs, type PdfPart } from '../../../src/print/pdf/join-pdfs.ts';
import { pdfText } from '../../e2e/pdf-text.ts';
import { startBrowser } from '../start-browser.ts';
import { checkTags } from './check-tags.ts';
import { DECKS, factsOf, makePart } from './make-part.ts';
import { qpdfCheck } from './qpdf-check.ts';
import { readLinks } from './read-links.ts';
import { outlineOf, pageOf, readPdf } from './read-pdf.ts';
import { readTags } from './read-tags.ts';

let browser: Browser;
let parts: readonly PdfPart[];
let whole: JoinedPdf;

beforeAll(async () => {
  browser = await startBrowser();
  const made: PdfPart[] = [];
  for (const [file, html] of Object.entries(DECKS)) {
    made.push(await makePart(browser, file, html, made.length === 0 ? '' : `${made.length}-`));
  }
  parts = made;
  whole = await joinPdfs(parts, factsOf('Whole'));
});
afterAll(() => browser?.close());

test('has all pages, with the text that they had', async () => {
  const texts = await Promise.all(parts.map(async ({ pdf }) => (await pdfText(pdf)).pages));
  const { pages } = await pdfText(whole.pdf);
  expect(pages).toEqual(texts.flat());
  expect(whole.pages).toBe(7);
  expect(pages.map((text) => text.slice(0, 5))).toEqual([
    'Front',
    'Progr',
    'Onehe',
    'Twota',
    'Three',
    'Quest',
    'Answe',
  ]);
});

test('has an outline of its parts, and their labels', async () => {
  const [outline, labels] = await readPdf(whole.pdf, async (pdf) => [
    await outlineOf(pdf),
    await pdf.getPageLabels(),
  ]);
  const below = (file: string, page: number) => ({
    title: `Deck ${file}`,
    page,
    open: true,
    children: [
      {
        title: `${file} first`,
        page,
        open: true,
        children: [{ title: 'below', page: page + 1, open: false, children: [] }],
      },
    ],
  });
  expect(outline).toEqual([below('front.pdf', 1), below('one.pdf', 3), below('q a.pdf', 6)]);
  expect(labels).toEqual(['1', '2', '1-i', '1-p1', '1-p2', '2-1', '2-2']);
});

test('says what it is', async () => {
  const { info } = await readPdf(whole.pdf, (pdf) => pdf.getMetadata());
  expect(info).toMatchObject({ Title: 'Whole', Author: 'A', Subject: 'S', Keywords: 'k', Language: 'zh-CN' });
  expect(Object.keys(info).filter((key) => /Date/.test(key))).toEqual([]);
});

describe('links', () => {
  test('within a part and from part to part lead to the page, others where they led', async () => {
    expect(await readPdf(whole.pdf, readLinks)).toEqual([
      [3, 7, 2],
      [],
      [],
      [6, 5, 'https://example.org/one.pdf#page=2'],
      [3, './elsewhere.pdf#nameddest=slide-2', './one.pdf#page=9'],
      [5],
      [6, 1],
    ]);
  });

  test('need no names', async () => {
    const pdf = await PDFDocument.load(whole.pdf, { updateMetadata: false });
    const places = pdf.getPages().flatMap((page) => {
      const annotations = page.node.Annots()?.asArray() ?? [];
      return annotations.flatMap((entry) => {
        const annotation = pdf.context.lookup(entry, PDFDict);
        const action = annotation.lookup(PDFName.of('A'), PDFDict);
        return action.has(PDFName.of('URI'))
          ? []
          : [[annotation.has(PDFName.of('Dest')), action.lookup(PDFName.of('D'))]];
      });
    });
    expect(places.map(([named, place]) => [named, place instanceof PDFArray])).toEqual(
      Array(9).fill([false, true]),
    );
  });

  test('from outside may name a slide of a part', async () => {
    const names = ['front/slide-2', 'one/slide-1', 'one/slide-3', 'q a/slide-2', 'slide-1'];
    const pages = await readPdf(whole.pdf, (pdf) => Promise.all(names.map((name) => pageOf(pdf, name))));
    expect(pages).toEqual([2, 3, 5, 7, null]);
  });
});

describe('tags', () => {
  test('are those of the parts', async () => {
    const read = await Promise.all(parts.map(({ pdf }) => readPdf(pdf, readTags)));
    const pages = await readPdf(whole.pdf, readTags);
    expect(pages).toEqual(read.flat());
    expect(pages[2]?.elements).toEqual([
      'H1(One)',
      'Table(TR(TH(head x) TH(b)) TR(TD(x) TD(2)))',
      'Figure[A square]()',
    ]);
    expect(pages.map(({ lost }) => lost)).toEqual(Array(7).fill(''));
  });

  test('hold together: each mark, link and header is found', async () => {
    const checks = await Promise.all(parts.map(({ pdf }) => checkTags(pdf)));
    const sum = (of: 'elements' | 'marks' | 'links' | 'headers') =>
      checks.reduce((all, check) => all + check[of], 0);
    expect(checks.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await checkTags(whole.pdf)).toEqual({
      problems: [],
      elements: sum('elements') + 1, // the document element that contains the parts
      marks: sum('marks'),
      links: 12,
      headers: 4,
    });
  });

  test('say which part is in which language', async () => {
    const pdf = await PDFDocument.load(whole.pdf, { updateMetadata: false });
    const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const document = root.lookup(PDFName.of('K'), PDFDict);
    const kids = document.lookup(PDFName.of('K'), PDFArray);
    const said = [document, ...kids.asArray().map((_, at) => kids.lookup(at, PDFDict))].map((element) =>
      ['S', 'Lang'].map((key) => String(element.get(PDFName.of(key)))).join(' '),
    );
    expect(said).toEqual(['/Document (zh-CN)', '/Part (zh-CN)', '/Part (en)', '/Part (zh-CN)']);
  });

  test('a part without any is no obstacle', async () => {
    const plain = await makePart(browser, 'plain.pdf', ['<h1>Plain</h1>'], '', { tagged: false });
    const { pdf } = await joinPdfs([plain, ...parts], factsOf('Whole'));
    const { problems, links } = await checkTags(pdf);
    expect({ problems, links }).toEqual({ problems: [], links: 12 });
  });
});

test('keeps fonts and pictures that are the same once', async () => {
  const twin = (file: string) => makePart(browser, file, DECKS['one.pdf'], '');
  const [first, second] = [await twin('first.pdf'), await twin('second.pdf')];
  const one = await joinPdfs([first], factsOf('Whole'));
  const two = await joinPdfs([first, second], factsOf('Whole'));
  const kept = (await counts(first.pdf)).fonts;
  expect(kept).toBeGreaterThan(0);
  expect(await counts(one.pdf)).toEqual({ fonts: kept, pictures: 1, pages: 3 });
  expect(await counts(two.pdf)).toEqual({ fonts: kept, pictures: 1, pages: 6 });
  const { pages } = await pdfText(two.pdf);
  expect(pages.slice(3)).toEqual(pages.slice(0, 3));
});

async function counts(bytes: Uint8Array) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const dicts = objects.map((object) => (object instanceof PDFStream ? object.dict : object));
  const having = (key: string, value?: string) =>
    dicts.filter(
      (dict) =>
        dict instanceof PDFDict &&
        dict.has(PDFName.of(key)) &&
        (!value || String(dict.get(PDFName.of(key))) === value),
    ).length;
  return {
    fonts: having('FontFile2') + having('FontFile3'),
    pictures: having('Subtype', '/Image') - having('SMask'),
    pages: pdf.getPageCount(),
  };
}

test('the same parts give the same bytes', async () => {
  const again = await joinPdfs(parts, factsOf('Whole'));
  expect(Buffer.from(again.pdf).equals(whole.pdf)).toBe(true);
});

test('is sound', () => {
  const found = qpdfCheck(whole.pdf);
  if (found !== null) expect(found).toBe('');
});

test('refuses two parts with one name', async () => {
  const [one] = parts;
  if (one) await expect(joinPdfs([one, one], factsOf('Whole'))).rejects.toThrow(RangeError);
});
