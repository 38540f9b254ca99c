import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FinishedPdf, type FinishOptions, finishPdf } from '../../../src/print/pdf/finish-pdf.ts';
import type { PdfFacts, PdfOutlineEntry } from '../../../src/print/pdf/pdf-types.ts';
import { startBrowser } from '../start-browser.ts';
import { checkTags } from './check-tags.ts';
import { PAGE, printHtml } from './print-html.ts';
import { qpdfCheck } from './qpdf-check.ts';
import { readLinks } from './read-links.ts';
import { outlineOf, pageOf, readPdf } from './read-pdf.ts';
import { elementsBelow, readStructure } from './read-structure.ts';
import { readTags } from './read-tags.ts';

const table = '<table><tr><th>a<th>b<tr><td>1<td>2</table>';
const sections = [
  '<h1>One</h1><h3>Below</h3><h3>Beside</h3><p>Some <strong>strong</strong> <em>words</em></p>',
  `<h1>Two</h1>${table}<p><a href="#slide-3">on</a> <a href="https://example.org/a?b=(c)">out</a></p>`,
  `<h1>Three</h1><p>${['qa/31', 'q%20%E5%95%8F(1)/2', 'gone/4', '%FF/1', 'qa/0', 'qa']
    .map((to) => `<a href="talkdeck:${to}">${to.replaceAll('%', '')}</a>`)
    .join(' ')}</p>`,
  '',
  '<h1>Five</h1><p class="chip" data-chip="Decoration">Person</p>',
];
const leaf = (title: string, page: number): PdfOutlineEntry => ({ title, page, children: [] });
const facts: PdfFacts = {
  title: '\u6570\u4e00\u6570 (1) \\ 2',
  author: 'A. Author',
  subject: 'Subject',
  keywords: ['two words', '\u4e24'],
  lang: 'zh-CN',
  outline: [
    { title: 'First', page: 0, children: [{ title: '\u5b50', page: 1, children: [leaf('Deep', 2)] }] },
    leaf('Last', 4),
  ],
  labels: [
    { from: 0, prefix: '', style: 'roman' },
    { from: 2, prefix: 'A-', style: 'decimal' },
  ],
};
const options: FinishOptions = {
  facts,
  slide: PAGE,
  pageOf: [0, 1, 4],
  linkTo: (slug, no) => (slug === 'gone' ? null : `./${encodeURIComponent(slug)}.pdf#page=${no}`),
};

let browser: Browser;
let bytes: Uint8Array;
let done: FinishedPdf;
beforeAll(async () => {
  browser = await startBrowser();
  bytes = await printHtml(browser, sections);
  done = await finishPdf(bytes, options);
});
afterAll(() => browser?.close());

test('says what it is, and not when it was made', async () => {
  const said = await readPdf(done.pdf, async (pdf) => ({
    info: (await pdf.getMetadata()).info,
    mode: await pdf.getPageMode(),
    shown: await pdf.getViewerPreferences(),
  }));
  expect(said).toEqual({
    info: {
      PDFFormatVersion: '1.7',
      Language: 'zh-CN',
      EncryptFilterName: null,
      IsLinearized: false,
      IsAcroFormPresent: false,
      IsXFAPresent: false,
      IsCollectionPresent: false,
      IsSignaturesPresent: false,
      Title: facts.title,
      Author: 'A. Author',
      Subject: 'Subject',
      Keywords: 'two words, \u4e24',
      Creator: 'talkdeck',
      Producer: 'talkdeck',
    },
    mode: 'UseOutlines',
    shown: { DisplayDocTitle: true },
  });
});

test('has the outline that it was given, and labels', async () => {
  const [outline, labels] = await readPdf(done.pdf, async (pdf) => [
    await outlineOf(pdf),
    await pdf.getPageLabels(),
  ]);
  const deep = { title: 'Deep', page: 3, open: false, children: [] };
  expect(outline).toEqual([
    {
      title: 'First',
      page: 1,
      open: true,
      children: [{ title: '\u5b50', page: 2, open: true, children: [deep] }],
    },
    { title: 'Last', page: 5, open: false, children: [] },
  ]);
  expect(labels).toEqual(['i', 'ii', 'A-1', 'A-2', 'A-3']);
});

test("keeps the browser's outline where it is given none", async () => {
  const { pdf } = await finishPdf(bytes, { ...options, facts: { ...facts, outline: [] } });
  const entries = await readPdf(pdf, outlineOf);
  expect(entries.map(({ title, page }) => [title, page])).toEqual([
    ['One', 1],
    ['Two', 2],
    ['Three', 3],
    ['Five', 5],
  ]);
});

test('each slide has a name, and names of the browser go on', async () => {
  const pages = await readPdf(done.pdf, (pdf) =>
    Promise.all(['slide-1', 'slide-2', 'slide-3', 'slide-4'].map((name) => pageOf(pdf, name))),
  );
  expect(pages).toEqual([1, 2, 5, null]);
});

test('links lead to slides, to the web, and to other decks', async () => {
  expect(await readPdf(done.pdf, readLinks)).toEqual([
    [],
    [5, 'https://example.org/a?b=(c)'],
    ['./qa.pdf#page=31', './q%20%E5%95%8F(1).pdf#page=2', null, null, null, null],
    [],
    [],
  ]);
});

test('links say where they lead: an address, or the label of a page', async () => {
  const structure = await readStructure(done.pdf);
  const said = [...elementsBelow(structure)].flatMap(({ type, kids }) =>
    type === 'Link' ? kids.flatMap((kid) => ('annotation' in kid ? [kid.annotation] : [])) : [],
  );
  expect(said).toEqual([
    'A-3',
    'https://example.org/a?b=(c)',
    './qa.pdf#page=31',
    './q \u554f(1).pdf#page=2',
    null,
    null,
    null,
    null,
  ]);
});

test('items of lists have a body', async () => {
  const list = '<h1>One</h1><ul><li>a<ol><li>b<li>c</ol><li>d</ul>';
  const { pdf } = await finishPdf(await printHtml(browser, [list]), { ...options, pageOf: [0] });
  const types = [...elementsBelow(await readStructure(pdf))].map(({ type }) => type);
  expect(types.filter((type) => /^L/.test(type)).join(' ')).toMatch(
    /^L LI (Lbl )?LBody L LI (Lbl )?LBody LI (Lbl )?LBody LI (Lbl )?LBody$/,
  );
  expect((await checkTags(pdf)).problems).toEqual([]);
});

test('finds blank pages, and trims all', async () => {
  expect([done.pages, done.blank]).toEqual([5, [3]]);
  const pdf = await PDFDocument.load(done.pdf, { updateMetadata: false });
  expect(pdf.getPages().map((page) => page.getSize())).toEqual(Array(5).fill({ width: 735, height: 414 }));
});

describe('tags', () => {
  test('are such as readers know, in the language of the deck', async () => {
    const pages = await readPdf(done.pdf, readTags);
    expect(pages.map(({ elements }) => elements)).toEqual([
      ['H1(One)', 'H2(Below)', 'H2(Beside)', 'P(Some Span(strong) Span(words))'],
      ['H1(Two)', 'Table(TR(TH(a) TH(b)) TR(TD(1) TD(2)))', 'P(Link(on) Link(out))'],
      ['H1(Three)', 'P(Link(qa/31) Link(q20E5958F(1)/2) Link(gone/4) Link(FF/1) Link(qa/0) Link(qa))'],
      [],
      ['H1(Five)', 'P(Person)'],
    ]);
    const pdf = await PDFDocument.load(done.pdf, { updateMetadata: false });
    const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const kids = root.lookup(PDFName.of('K'));
    const document = kids instanceof PDFArray ? kids.lookup(0, PDFDict) : kids;
    expect(String(document instanceof PDFDict && document.get(PDFName.of('Lang')))).toBe('(zh-CN)');
  });

  test('leave decoration out, and nothing else', async () => {
    const pages = await readPdf(done.pdf, readTags);
    expect(pages.map(({ artifacts, lost }) => [artifacts, lost])).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
      ['', ''],
      ['Decoration', ''],
    ]);
    const before = await readPdf(bytes, readTags);
    expect(before.at(-1)).toMatchObject({ artifacts: '', lost: 'Decoration' });
  });

  test('hold together', async () => {
    const { problems, links, headers } = await checkTags(done.pdf);
    expect({ problems, links, headers }).toEqual({ problems: [], links: 8, headers: 2 });
  });
});

test('the same slides give the same bytes, whatever was printed before', async () => {
  const again = await printHtml(browser, sections, { shownBefore: table });
  const ids = (pdf: Uint8Array) =>
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\(node\d+\)/g);
  expect(ids(again)).toHaveLength(ids(bytes)?.length ?? 0);
  expect(ids(again)).not.toEqual(ids(bytes));
  expect(Buffer.from((await finishPdf(again, options)).pdf).equals(done.pdf)).toBe(true);
});

test('is sound', async () => {
  const found = qpdfCheck(done.pdf);
  if (found !== null) expect(found).toBe('');
});
