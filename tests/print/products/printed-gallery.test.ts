import { beforeAll, expect, test } from 'vitest';
import { IS_WHOLE } from '../../deep.ts';
import { compileGallery } from '../../gallery/compile-gallery.ts';
import { THEMED } from '../../gallery/looks.ts';
import { checkTags } from '../pdf/check-tags.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { elementsBelow, readStructure, type StructureElement, textBelow } from '../pdf/read-structure.ts';
import { type ReadPage, readTags } from '../pdf/read-tags.ts';
import { printAll } from '../print-all.ts';
import { pictureDistance, placedPictures, printedPictures } from './picture-places.ts';
import { misplacedElements } from './pptx-order.ts';
import { distance, placedLines, printedTexts } from './pptx-places.ts';

// Every kind of slide, printed from the gallery's summaries: what a screen reader user hears of its PDF, and whether
// PowerPoint files place everything like the slides.

/** Printed in `npm test`: every kind of slide in English, and Chinese for reading order. */
const TELLING = ['en-dense', 'en-qa', 'zh-sparse', 'zh-typed'];

const ALL = ['closing', 'dense', 'front', 'layout', 'parts', 'qa', 'sparse', 'typed'];

interface ReadDeck {
  readonly markdown: string;
  readonly pdf: Uint8Array;
  readonly pptx: Uint8Array;
  readonly pages: readonly ReadPage[];
}
const decks = new Map<string, ReadDeck>();

beforeAll(async () => {
  const [look] = THEMED;
  if (!look) throw new RangeError('no look');
  const gallery = compileGallery(IS_WHOLE ? look : { ...look, decks: TELLING });
  const { printed } = await printAll({
    ...gallery,
    productsOf: () => [{ kind: 'pdf', clicks: false }, { kind: 'pptx' }],
  });
  for (const {
    slug,
    pdf,
    others: [pptx = new Uint8Array()],
  } of printed) {
    const markdown = gallery.decks.find((deck) => deck.slug === slug)?.text ?? '';
    decks.set(slug.replace(`${look.folder}/`, ''), {
      markdown,
      pdf,
      pptx,
      pages: await readPdf(pdf, readTags),
    });
  }
});

/** @param heading start of the slide's heading */
function slide(deck: string, heading: string): ReadPage {
  const pages = decks.get(deck)?.pages ?? [];
  const page = pages.find(({ elements }) => elements.some((text) => text.startsWith(`H1(${heading}`)));
  if (!page) throw new RangeError(`no slide "${heading}" in ${deck}`);
  return page;
}

test('no text is lost, and all tags hold together', async () => {
  expect([...decks.keys()].sort()).toEqual(
    IS_WHOLE ? ['en', 'zh'].flatMap((lang) => ALL.map((name) => `${lang}-${name}`)) : TELLING,
  );
  for (const { pdf, pages } of decks.values()) {
    expect(pages.map(({ lost }) => lost).filter((text) => text !== '')).toEqual([]);
    expect((await checkTags(pdf)).problems).toEqual([]);
  }
});

/** The elements that contain a text, from the document down. */
type Path = readonly StructureElement[];

function* leavesBelow(
  element: StructureElement,
  above: Path = [],
): Generator<{ readonly path: Path; readonly text: string; readonly page: number }, undefined, undefined> {
  const path = [...above, element];
  for (const kid of element.kids) {
    if ('type' in kid) yield* leavesBelow(kid, path);
    else if ('text' in kid && kid.text.trim() !== '') yield { path, ...kid };
  }
}

/** Elements that may contain text: the others only group (ISO 32000-1, 14.8.4). */
const HOLDS_TEXT = /^(?:P|H\d|LBody|Lbl|T[HD]|Figure|Code)$/;

test('everything to be read is in an element that says what it is, in order', async () => {
  const wrong: string[] = [];
  for (const [slug, { pdf }] of decks) {
    const structure = await readStructure(pdf);
    const lang = slug.startsWith('zh') ? 'zh-CN' : 'en';
    expect(structure.map((root) => [root.type, root.lang])).toEqual([['Document', lang]]);
    let last = 1;
    for (const { path, text, page } of structure.flatMap((element) => [...leavesBelow(element)])) {
      if (!path.some(({ type }) => HOLDS_TEXT.test(type))) wrong.push(`${slug} ${page}: ${text} is nowhere`);
      if (page < last) wrong.push(`${slug} ${page}: ${text} comes after page ${last}`);
      last = page;
    }
    for (const element of elementsBelow(structure)) {
      const { type, alt, attributes, kids } = element;
      const inside = kids.flatMap((kid) => ('type' in kid ? [kid.type] : []));
      const about = `${slug}: ${type} ${textBelow(element)}`;
      if (type === 'Figure' && !alt) wrong.push(`${about} has no words`);
      if (type === 'LI' && inside.at(-1) !== 'LBody') wrong.push(`${about} has no body`);
      if (type === 'L' && inside.some((kid) => kid !== 'LI')) wrong.push(`${about} has ${inside}`);
      if (type === 'TH' && attributes.Scope === undefined) wrong.push(`${about} has no scope`);
      if (type === 'TD' && attributes.Headers === undefined) wrong.push(`${about} has no header`);
      if (type !== 'Link') continue;
      if (textBelow(element).trim() === '') wrong.push(`${about} has no text`);
      const links = kids.flatMap((kid) => ('annotation' in kid ? [kid.annotation] : []));
      if (links.length === 0 || links.includes(null)) wrong.push(`${about} does not say where it leads`);
    }
  }
  expect(wrong).toEqual([]);
});

test('no two words become one, and no Chinese text is parted', async () => {
  const wrong: string[] = [];
  for (const [slug, { markdown, pdf }] of decks) {
    // Formulas are read as they look.
    const known = new Set([...(markdown.match(/\p{sc=Latn}+/gu) ?? []), 'logn', 'nlogn', 'wi']);
    const parted = new Set(markdown.replaceAll('*', '').match(/\p{sc=Han} \p{sc=Han}/gu));
    for (const element of elementsBelow(await readStructure(pdf))) {
      if (!/^(?:P|H\d|LBody|T[HD])$/.test(element.type)) continue;
      // Nested lists are checked separately.
      const text = textBelow({
        ...element,
        kids: element.kids.filter((kid) => !('type' in kid && kid.type === 'L')),
      });
      const joined = text.match(/\p{sc=Latn}+/gu)?.filter((word) => !known.has(word)) ?? [];
      // Text in adjacent boxes, such as a name and its role, is separated; so are the lines of a card that is a single
      // link.
      const isCard = element.kids.every((kid) => 'type' in kid && kid.type === 'Link');
      const isFlowing = /^(?:P|H\d)$/.test(element.type) && text.length > 24 && !isCard;
      const spaced =
        text.match(/\p{sc=Han} \p{sc=Han}/gu)?.filter((found) => isFlowing && !parted.has(found)) ?? [];
      wrong.push(...[...joined, ...spaced].map((found) => `${slug}: ${found} in ${text}`));
    }
  }
  expect(wrong).toEqual([]);
});

test('each slide has one heading of the first level', () => {
  for (const { pages } of decks.values()) {
    const counts = pages.map((page) => page.elements.join().match(/H1\(/g)?.length);
    expect(counts).toEqual(pages.map(() => 1));
  }
});

test.each([
  [
    'lists within lists',
    'A catalogue has to answer',
    [
      'L(LI(Do we have it? L(LI(One record for each copy, not for each title) LI(A book on loan is still ours, and the record says so))) LI(Where is it? L(LI(Room, bay and shelf; never "behind the desk") LI(Moves are written down on the day they happen))) LI(Can I trust the answer? L(LI(Forty random records are checked against the shelf each week) LI(A record that was never checked carries a small grey dot))))',
    ],
  ],
  [
    'figures',
    'Last year in figures',
    [
      'L(LI(Span(41,200) records in the catalogue) LI(Span(2,080) of them checked by hand) LI(Span(1.4%) wrong when checked) LI(Span(316) errors that readers reported) LI(Span(4 days) from the box to the shelf) LI(Span(0) records invented to fill a gap))',
    ],
  ],
  [
    'a timeline',
    'Eleven years in six dates',
    [
      'L(LI(Spring 2014 The card drawers are typed in, by eleven volunteers) LI(Autumn 2015 First full count: one record in nine is wrong) LI(Winter 2017 The weekly check of forty records begins) LI(Summer 2020 Closed for nine weeks; every shelf is measured) LI(Spring 2023 Readers may report an error from the shelf itself) LI(Early 2025 One record in seventy is wrong, and we can prove it))',
    ],
  ],
  [
    'text with headings of its own',
    'Why we do not guess',
    [
      'P(A guessed record looks exactly like a good one, and Span(nobody ever checks a record that looks good) .)',
      'H2(What a record must have)',
      'P(A number, a shelf and a date: Code(number, shelf, checked) . The full list is in Link(the yellow handbook) .)',
      'H2(What may stay empty)',
      'P(Everything else. An empty Code(subtitle) is honest; an invented one sends a reader to the wrong room. How we find the empty ones is in Link(The weekly check) .)',
    ],
  ],
  [
    'a table, with its header cells',
    'Five ways to look for a book',
    [
      'Table(TR(TH(Way) TH(Time) TH(Found) TH(At night) TH(Best for)) TR(TD(Ask at the desk) TD(3 min) TD(94%) TD(no) TD(Half a title, half a name)) TR(TD(Search screen) TD(1 min) TD(88%) TD(yes) TD(A name that you can spell)) TR(TD(Card drawer) TD(6 min) TD(81%) TD(no) TD(Local history before 1970)) TR(TD(Walk the shelf) TD(20 min) TD(67%) TD(no) TD(Something like this, but other)) TR(TD(Shared regional list) TD(2 days) TD(99%) TD(yes) TD(What nobody here has)))',
      'P(No single way wins: the desk is the quickest that also listens.)',
    ],
  ],
  [
    'bars: all their figures',
    'Where the errors come from',
    [
      'P(Records (per 1,000))',
      'Figure[Records (per 1,000): Put back on the wrong shelf 38 per 1,000; Lost, never reported 27 per 1,000; Number misread 19 per 1,000; Two copies, one record 14 per 1,000; Moved, not written down 11 per 1,000; Label fell off 6 per 1,000; Record of another library 3 per 1,000](L(LI(Put back on the wrong shelf 38) LI(Lost, never reported 27) LI(Number misread 19) LI(Two copies, one record 14) LI(Moved, not written down 11) LI(Label fell off 6) LI(Record of another library 3)))',
    ],
  ],
  [
    'a quotation',
    "From the visitors' book",
    [
      'BlockQuote(P(I came for a book about bees and was told, kindly and at once, that the catalogue was wrong and the book was gone. Then they wrote it down in front of me. I have trusted every other line of it ever since.))',
      "P(A reader, in the visitors' book)",
    ],
  ],
  [
    'a picture',
    'A day at the desk',
    [
      'Figure[Questions at the desk by the hour: a peak before noon and a broader one after school]()',
      'P(Between the two peaks we check the forty records.)',
    ],
  ],
  ['code', 'The weekly check', [expect.stringMatching(/^Code\(interface Copy \{ number : string ;.*\)$/)]],
  [
    'a diagram',
    'The way of a correction',
    [
      'Figure[The way of a correction](P(yes) P(no) P(Reader) P(Desk) P(Weekly check) P(On shelf?) P(Mend record) P(Search list))',
    ],
  ],
])('%s', (_, heading, below) => {
  const [title, ...rest] = slide('en-dense', heading).elements;
  expect(title).toMatch(/^H1\(/);
  expect(rest).toEqual(below);
});

test('steps are a list, whose numbers are drawn', () => {
  const { elements, artifacts } = slide('en-dense', 'From the box to the shelf');
  expect(elements.slice(1)).toEqual([
    'P(A new book takes four days, most of which it spends waiting.)',
    'L(LI(Unpack, and check the list that came with it) LI(Look for a record we can share before writing one) LI(Give it a number, and read the number back aloud) LI(Print the label, cover the spine, let the glue dry) LI(Put it on the shelf, then scan the shelf, not the book) LI(Tell the person who asked for it))',
  ]);
  expect(artifacts).toBe(
    'What our catalogue gets wrong, and how we know From the box to the shelf in six steps 5 / 17 1 2 3 4 5 6',
  );
});

test('who answered what: a name in each cell, and empty cells stay', () => {
  const { elements } = slide('en-qa', 'Who answered what');
  expect(elements.slice(1)).toEqual([
    'Table(TR(TH(Question) TH(Link(Nora Whitlock)) TH(Link(Tam Ellery)) TH(Ines Calloway)) TR(TD(Span(Q1) Link(Did the book about bees ever turn up?)) TD() TD() TD(Figure[Ines Calloway](\u25cf))) TR(TD(Span(Q2) Link(Where should a library of two rooms begin?)) TD(Figure[Nora Whitlock](\u25cf)) TD(Figure[Tam Ellery](\u25cf)) TD()) TR(TD(Span(Q3) Link(Who is the catalogue for?)) TD(Figure[Nora Whitlock](\u25cf)) TD(Figure[Tam Ellery](\u25cf)) TD(Figure[Ines Calloway](\u25cf))) TR(TD(Span(Q4) Link(What happened when readers could report errors themselves?)) TD(Figure[Nora Whitlock](\u25cf)) TD() TD()) TR(TD(Span(Q5) Link(Will anybody still walk the aisle in ten years?)) TD(Figure[Nora Whitlock](\u25cf)) TD(Figure[Tam Ellery](\u25cf)) TD(Figure[Ines Calloway](\u25cf))))',
  ]);
});

test('a monogram is not read, the name beside it is', () => {
  const { elements, artifacts } = slide('en-qa', 'Will anybody still walk the aisle in ten years?');
  expect(elements).toContain('L(LI(Asked by Ines Calloway) LI(To Link(Tam Ellery) Link(Nora Whitlock)))');
  // Nor is the footer, which is on every slide.
  expect(artifacts).toBe('IC TE The catalogue evening\u00b7Q&A Q5 Later 12 / 16');
});

test('Chinese is read as it is written', () => {
  const { elements } = slide('zh-sparse', '\u8def\u6709\u591a\u957f');
  expect(elements).toEqual([
    'H1(\u8def\u6709\u591a\u957f)',
    'P(\u957f\u5ea6\uff08\u7c73\uff09\u00b7\u5bf9\u6570\u523b\u5ea6)',
    'Figure[\u957f\u5ea6\uff08\u7c73\uff09: \u4e00\u6761\u5df7\u5b50 80 \u7c73; \u4e00\u4e2a\u8857\u533a 3,200 \u7c73; \u5168\u57ce 410,000 \u7c73](L(LI(\u4e00\u6761\u5df7\u5b50 80) LI(\u4e00\u4e2a\u8857\u533a 3,200) LI(\u5168\u57ce 410,000)) P(10 100 1,000 10,000 100,000 1,000,000))',
  ]);
});

/** The end of a slide's content, in px. */
const EDGE = 916;

/** Tolerance for what an office program draws in another font, in px. */
const NEAR = 6;

test('lines of PowerPoint files end where those of the slides do, and are in the same place', async () => {
  const wrong: string[] = [];
  for (const [slug, { pdf, pptx }] of decks) {
    const printed = await printedTexts(pdf);
    for (const line of placedLines(pptx)) {
      if (line.text === '') continue;
      const away = distance(line, printed[line.slide - 1] ?? []);
      const where = `${slug} ${line.slide}: ${line.text}`;
      if (away === null) wrong.push(`${where} is no line`);
      else if (away > NEAR) wrong.push(`${where} is ${Math.round(away)} px away`);
    }
  }
  expect(wrong).toEqual([]);
});

test('pictures of PowerPoint files are in the same place as on the slides', async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const [slug, { pdf, pptx }] of decks) {
    const placed = placedPictures(pptx);
    for (const printed of await printedPictures(pdf)) {
      seen += 1;
      const away = Math.min(...placed.map((picture) => pictureDistance(picture, printed)));
      if (away > NEAR) wrong.push(`${slug} ${printed.slide}: a picture is ${Math.round(away)} px away`);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(3);
});

test('PowerPoint files hold what their format allows, in its order', () => {
  const misplaced = [...decks].flatMap(([slug, { pptx }]) =>
    misplacedElements(pptx).map((what) => `${slug}: ${what}`),
  );
  expect(misplaced).toEqual([]);
});

test('the logo stands in the upper right corner of first and last slides, beside codes, too', () => {
  const corners = [...decks].flatMap(([slug, { pptx, pages }]) => {
    if (!/dense|layout|qa|sparse|typed/.test(slug)) return [];
    const placed = placedPictures(pptx);
    return [1, pages.length].map((slide) => {
      const logos = placed.filter((picture) => picture.slide === slide && picture.bottom < 120);
      return [slug, slide, Math.round(Math.max(...logos.map(({ right }) => right)))];
    });
  });
  expect(corners).toEqual(corners.map(([slug, slide]) => [slug, slide, EDGE]));
  expect(corners.length).toBe(IS_WHOLE ? 20 : 8);
});
