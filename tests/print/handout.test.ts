import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fixLinks, showDeck } from '../../src/print/page/show-deck.ts';
import { printHandout, printNotes } from '../../src/print/products/sheets.ts';
import { deckSpans, type PrintableDeck } from '../../src/print/types.ts';
import { asExported } from './as-exported.ts';
import { decks, MARKUP, paper } from './handout-decks.ts';
import { type OpenedDecks, openDecks } from './open-decks.ts';
import { outlineOf, type ReadEntry, readPdf } from './pdf/read-pdf.ts';
import { pdfFacts } from './pdf-facts.ts';
import { type PdfPageLook, type PdfRun, pdfLook } from './pdf-look.ts';

const MM = 72 / 25.4;
const A4 = { width: 210 * MM, height: 297 * MM };
const FOOT = 18 * MM;
interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly looks: readonly PdfPageLook[];
}
type Kind = 2 | 3 | 'notes';

const printed = new Map<string, Printed>();
const unchanged: boolean[] = [];
let ran: unknown;
let controlRan: unknown;
let failed: { readonly message: string; readonly isUnchanged: boolean };

const of = (slug: string, kind: Kind): Printed => {
  const found = printed.get(`${slug} ${kind}`);
  if (!found) throw new Error(`${slug} ${kind} was not printed`);
  return found;
};

beforeAll(async () => {
  await openDecks({ ...asExported(), decks }, async (opened) => {
    const { page, bundle } = opened;
    await page.evaluate(fixLinks, bundle.slides);
    for (const [index, deck] of decks.entries()) await printAll(opened, deck, index);
    await page.waitForTimeout(300);
    ran = await page.evaluate('globalThis.pwned');
    controlRan = await page.evaluate('globalThis.control');
    failed = await failToPrint(opened);
  });
});

async function printAll({ page, bundle }: OpenedDecks, deck: PrintableDeck, index: number): Promise<void> {
  const span = deckSpans(bundle, decks.length)[index];
  if (!span) throw new Error('a deck is missing');
  await page.evaluate(showDeck, span);
  const before = await documentOf(page);
  for (const kind of [2, 3, 'notes'] as const) {
    const result =
      kind === 'notes'
        ? await printNotes(page, deck, span, bundle)
        : await printHandout(page, deck, span, bundle, kind);
    printed.set(`${deck.slug} ${kind}`, { ...result, looks: await pdfLook(result.pdf) });
    unchanged.push((await documentOf(page)) === before);
  }
}

async function failToPrint({ page, bundle }: OpenedDecks): Promise<typeof failed> {
  const [span = { first: 0, count: 0 }] = deckSpans(bundle, decks.length);
  await page.evaluate(showDeck, span);
  const before = await documentOf(page);
  const pdf = vi.spyOn(page, 'pdf').mockRejectedValue(new Error('out of paper'));
  const message = await printHandout(page, paper, span, bundle, 2).then(
    () => 'printed',
    (error: Error) => error.message,
  );
  pdf.mockRestore();
  return { message, isUnchanged: (await documentOf(page)) === before };
}

function documentOf(page: Page): Promise<string> {
  return page.evaluate<string>('document.documentElement.outerHTML');
}

describe('on paper', () => {
  const kinds: readonly Kind[] = [2, 3, 'notes'];

  test.each(kinds)('every page is A4, and has a foot: %s', (kind) => {
    const { looks, pages } = of('paper', kind);
    expect(pages).toBe(looks.length);
    expect(pages).toBeGreaterThan(2);
    for (const [index, { width, height, runs }] of looks.entries()) {
      expect(width).toBeCloseTo(A4.width, 0);
      expect(height).toBeCloseTo(A4.height, 0);
      const foot = runs.filter(({ y }) => y < FOOT).sort((a, b) => a.x - b.x);
      expect(foot.map(({ text }) => text).join('')).toBe(`${paper.title}${index + 1} / ${pages}`);
    }
  });

  test.each(kinds)('nothing of a long note is lost, and nothing stands on something else: %s', (kind) => {
    const { looks } = of('paper', kind);
    const text = looks.map(({ runs }) => lines(runs.filter(({ y }) => y > FOOT))).join(' ');
    const numbers = [...text.matchAll(/Sentence (\d+) of a note that goes on\./g)].map(([, no]) =>
      Number(no),
    );
    expect(numbers).toEqual(Array.from({ length: 322 }, (_, index) => index + 1));
    for (const { runs } of looks) expect(overlaps(runs)).toEqual([]);
  });

  test.each(kinds)('is white, also where slides are dark: %s', (kind) => {
    for (const { colorAt } of of('paper', kind).looks) {
      const corners = [3, A4.width - 3].flatMap((x) => [3, A4.height - 3].map((y) => colorAt(x, y)));
      const gutters = [10, 14].map((mm) => colorAt(A4.width / 2, (mm + 6) * MM));
      expect([...corners, ...gutters]).toEqual(Array(6).fill('#ffffff'));
    }
  });

  test.each(kinds)('can be read aloud by a machine: %s', async (kind) => {
    expect(await pdfFacts(of('paper', kind).pdf)).toMatchObject({
      tagged: true,
      lang: 'zh-CN',
      dated: false,
    });
  });

  test('the page is as it was before', () => {
    expect(unchanged).toEqual(Array(decks.length * kinds.length).fill(true));
    expect(failed).toEqual({ message: 'out of paper', isUnchanged: true });
  });
});

describe('a handout', () => {
  test.each([2, 3] as const)('has %i slides to a page, in rows of equal height', (perPage) => {
    const { looks } = of('even', perPage);
    expect(looks).toHaveLength(Math.ceil(7 / perPage));
    const numbers = looks.map(({ runs }) => runs.filter(({ x, text }) => x < 20 * MM && /^\d$/.test(text)));
    expect(numbers.flat().map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    for (const rows of numbers) {
      for (const [index, { y }] of rows.entries()) {
        expect((rows[0]?.y ?? 0) - y).toBeCloseTo((index * 264.5 * MM) / perPage, 0);
      }
    }
  });

  test.each([2, 3] as const)('shows slides as they are, and their notes beside or below: %i', (perPage) => {
    const [first] = of('even', perPage).looks;
    const slide = first?.runs.find(({ text }) => text === 'Slide 1');
    const note = first?.runs.find(({ text }) => text === 'Note 1.');
    if (!first || !slide || !note) throw new Error('the page lacks a slide or its note');
    expect(first.colorAt(slide.x - 2, slide.y - 2)).toBe('#0e1014');
    expect(first.colorAt(note.x - 2, note.y - 2)).toBe('#ffffff');
    expect(perPage === 2 ? slide.y - note.y : note.x - slide.x).toBeGreaterThan(60 * MM);
    expect(note.size).toBeCloseTo(9.5, 1);
  });

  test('a slide without notes has lines to write on, and one with notes has none', () => {
    const [first] = of('paper', 2).looks;
    const two = first?.runs.find(({ text }) => text === 'Two');
    if (!first || !two) throw new Error('the page lacks its second slide');
    // In the column beside the numbers, from the bottom of the picture to the end of its row.
    const drawn = (from: number, to: number) =>
      Array.from({ length: Math.round((to - from) * 4) }, (_, at) => from + at / 4).filter(
        (y) => first.colorAt(100 * MM, y) !== '#ffffff',
      ).length;
    const foot = A4.height - (14 + 264.5) * MM;
    expect(drawn(foot, foot + 28 * MM)).toBeGreaterThan(1);
    expect(drawn(foot + (264.5 / 2 + 1) * MM, foot + (264.5 / 2 + 28) * MM)).toBe(0);
  });

  test('leads links to the page that has the slide', async () => {
    const { pdf, looks } = of('paper', 2);
    const pageOf = (text: string) => looks.findIndex(({ runs }) => runs.some((run) => run.text === text));
    const { links } = await pdfFacts(pdf);
    expect(links[pageOf('Two')]).toContain(pageOf('Five') + 1);
  });

  test('leads links to slides of other decks by name, whatever page their PDFs have them on', async () => {
    const { links } = await pdfFacts(of('paper', 2).pdf);
    expect(links.flat()).toContain('../pdf/qa.pdf#nameddest=slide-7');
  });
});

describe("the speaker's notes", () => {
  test('name each slide, in large type, and sources apart', () => {
    const { looks } = of('paper', 'notes');
    const runs = looks.flatMap((look) => look.runs.filter(({ y }) => y > FOOT));
    // The picture contains the title, too, but smaller.
    const sizeOf = (text: string) =>
      Math.max(...runs.filter((run) => run.text === text).map(({ size }) => size));
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) expect(sizeOf(title)).toBeCloseTo(15, 1);
    expect(sizeOf('The note of one.')).toBeCloseTo(15, 1);
    expect(sizeOf('Sources: L73-79, L85')).toBeCloseTo(10, 1);
  });

  test('name each slide once in the outline, though its picture has the title, too', async () => {
    const entries = await readPdf(of('uneven', 'notes').pdf, outlineOf);
    const titles = (some: readonly ReadEntry[]): readonly string[] =>
      some.flatMap(({ title, children }) => [title, ...titles(children)]);
    expect(titles(entries).filter((title) => /Title 7\.$/.test(title))).toHaveLength(1);
  });

  test('a title stands on the page on which its note begins', () => {
    const { looks } = of('uneven', 'notes');
    expect(looks.length).toBeGreaterThan(4);
    const pageOf = (words: string) => looks.findIndex(({ runs }) => lines(runs).includes(words));
    for (let no = 1; no <= 24; no += 1)
      expect(pageOf(`Title ${no}.`), `slide ${no}`).toBe(pageOf(`Begin ${no}.`));
  });

  test('begin on the first page, however long the first one is', () => {
    const { looks } = of('begun', 'notes');
    expect(lines(looks[0]?.runs ?? [])).toContain('Sentence 1 of a note');
    expect(lines(looks[1]?.runs ?? [])).toContain('Sentence 54 of a note');
  });

  test.each([2, 3, 'notes'] as const)(
    'markup typed in a note shows as typed, and does nothing: %s',
    (kind) => {
      const text = of('ada', kind)
        .looks.map(({ runs }) => lines(runs))
        .join(' ');
      for (const typed of MARKUP) {
        const blankless = (some: string) => some.replaceAll(/\s/g, '');
        expect(blankless(text)).toContain(blankless(`Typed ${typed} as it is.`));
      }
      expect([ran, controlRan]).toEqual([undefined, 1]);
    },
  );
});

/** The text of a page's runs, in file order. */
function lines(runs: readonly PdfRun[]): string {
  return runs
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

/** Pairs of overlapping texts, by cap height. */
function overlaps(runs: readonly PdfRun[]): readonly string[] {
  return runs.flatMap((a, index) =>
    runs.slice(index + 1).flatMap((b) => {
      const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.size * 0.7, b.y + b.size * 0.7) - Math.max(a.y, b.y);
      return across > 0.5 && down > 0.5 ? [`${a.text} / ${b.text}`] : [];
    }),
  );
}
