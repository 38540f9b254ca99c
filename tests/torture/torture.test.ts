import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { plainText } from '../../src/content/summary/markup.ts';
import type { Deck } from '../../src/deck/deck.ts';
import type { CoverSlide, Slide } from '../../src/deck/kinds/slides.ts';
import { pageOf } from '../../src/deck/typeset/page.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { auditPage } from '../../src/print/audit/audit-page.ts';
import { showDeck } from '../../src/print/page/show-deck.ts';
import { printPage } from '../../src/print/products/pdf.ts';
import { deckSpans } from '../../src/print/types.ts';
import { type RenderedDeck, renderDecks } from '../../src/render/render-decks.ts';
import { loadTemplates } from '../../src/render/templates.ts';
import { IS_WHOLE } from '../deep.ts';
import { startTally } from '../hostile/start-tally.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { type OpenedDecks, openEach } from '../print/open-decks.ts';
import { type ContentHeight, contentHeights } from './content-heights.ts';
import { mergedDecks } from './merged-slides.ts';
import { readPdf } from './read-pdf.ts';
import { slideHeight } from './slide-height.ts';
import { slideTexts } from './slide-texts.ts';
import { fixedRecipes, randomRecipes, type TortureMeetup, tortureMeetup } from './torture-meetup.ts';
import type { Recipe } from './torture-section.ts';

const TIMEOUT = 300_000;
/** Line height of the smallest type, in pixels. */
const LINE = 30;
const NO_FONTS = { regular: null, bold: null, heading: null, code: null };

/** A slide of the bundle, and its measurements in the browser. */
interface Seen {
  readonly deck: Deck;
  readonly slide: Slide | CoverSlide;
  readonly place: string;
  readonly real: ContentHeight;
}

const tally = startTally('Sections and slides of a torture meetup:');
const roots: string[] = [];
const meetups: TortureMeetup[] = [];
/** As split by pagination; in `joined`, adjacent parts merged, which must not fit. */
const shown: Seen[] = [];
const joined: Seen[] = [];
const problems: string[] = [];
/** Texts of the pages, by deck. */
const pages = new Map<string, readonly string[]>();

beforeAll(async () => {
  const recipes = [...fixedRecipes(IS_WHOLE), ...randomRecipes(IS_WHOLE ? 16 : 6)];
  const halves = [
    compileSections(
      'zh-CN',
      recipes.filter((_, index) => index % 2 === 0),
    ),
    compileSections(
      'en',
      recipes.filter((_, index) => index % 2 === 1),
    ),
  ];
  const [first] = halves;
  if (!first) throw new RangeError('no half');
  const options = { ...first, assets: halves.flatMap(({ assets }) => assets), timeoutMs: TIMEOUT };
  await openEach({ ...options, shellFolder: KEPT_SHELL }, halves, look);
}, TIMEOUT);

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

/** Compiles a meetup of these sections, followed by decks with merged slides. */
function compileSections(lang: string, recipes: readonly Recipe[]) {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-torture-'));
  roots.push(root);
  const meetup = tortureMeetup(lang, recipes);
  meetups.push(meetup);
  for (const [path, content] of Object.entries(meetup.files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const project = openProject(root);
  const { value, findings } = compile(project);
  if (!value) throw new Error(JSON.stringify(findings, null, 1));
  const { decks: made } = value;
  const merged = renderDecks(mergedDecks(root), loadTemplates(project.templateFolders), project.theme);
  return { ...printableDecks(project, { ...value, decks: [...made, ...merged] }), lang, made, merged };
}

/** Measures its slides in a browser. */
async function look(
  opened: OpenedDecks,
  { lang, decks, made, merged }: ReturnType<typeof compileSections>,
): Promise<void> {
  const heights = await contentHeights(opened.page);
  let at = 0;
  const see = ({ deck }: RenderedDeck): readonly Seen[] =>
    [deck.cover, ...deck.slides].map((slide, index) => {
      const real = heights[at] ?? { height: null, box: 0 };
      at += 1;
      return { deck, slide, place: `${lang} ${deck.slug} ${index + 1} ${slide.kind}`, real };
    });
  const seen = made.flatMap(see);
  shown.push(...seen);
  joined.push(...merged.flatMap(see));
  expect(at).toBe(heights.length);
  const spans = deckSpans(opened.bundle, made.length);
  const count = spans.reduce((sum, span) => sum + span.count, 0);
  const audit = await auditPage(opened, { first: 0, count });
  for (const { slide, kind, detail } of audit.problems) {
    const place = seen[slide]?.place;
    if (place !== undefined) problems.push(`${place}: ${kind} ${detail}`);
  }
  for (const [index, deck] of decks.slice(0, made.length).entries()) {
    const span = spans[index];
    if (!span) continue;
    const pageOf = await opened.page.evaluate(showDeck, span);
    const { pdf } = await printPage({ ...opened, deck, span, pageOf }, false);
    pages.set(`${lang} ${deck.slug}`, (await readPdf(pdf)).map(squash));
  }
}

describe('in a browser', () => {
  test('nothing overflows, overlaps or is too small', () => {
    tally('slides, looked at in a browser', shown.length, problems.length);
    expect(problems).toEqual([]);
    expect(shown.length).toBeGreaterThan(IS_WHOLE ? 400 : 150);
  });

  test('every slide has the room that pagination reckons with', () => {
    const boxes = shown.map(
      ({ slide, real }) =>
        `${slide.kind === 'cover' || slide.kind === 'closing' ? 'cover' : 'other'} ${real.box}`,
    );
    expect([...new Set(boxes)].sort()).toEqual(['cover 472', 'other 456']);
  });

  test('no slide is higher than estimated, and few are lower', () => {
    // The browser decides how far an index's columns reach (Chromium 143 and 156 differ); that it fits is tested above.
    const measured = shown.filter(({ slide }) => slide.kind !== 'index');
    const errors = measured.map(({ deck, slide, place, real }) => {
      const page = pageOf(deck, NO_FONTS, slide.density);
      return { place, by: Math.round(slideHeight(slide, page) - (real.height ?? Number.POSITIVE_INFINITY)) };
    });
    const by = (least: number, most: number) =>
      errors.filter((each) => each.by >= least && each.by <= most).length;
    console.log(
      `Of ${errors.length} slides, higher than estimated: ${by(-9999, -3)};` +
        ` as estimated: ${by(-2, 2)}; lower by a line: ${by(3, 40)}, by more: ${by(41, 9999)}.`,
    );
    expect(errors.filter((each) => each.by < -2)).toEqual([]);
    expect(by(-2, 2) / errors.length).toBeGreaterThan(0.9);
  });

  test('no two neighbouring parts of a slide would have had room on one, give or take a line', () => {
    const wasteful = joined
      .filter(
        ({ slide, real }) => slide.kind !== 'cover' && real.height !== null && real.height < real.box - LINE,
      )
      .map(({ slide, place, real }) => `${place} ${plainText(slide.title)}: ${real.height}`);
    tally('joined parts, for room that was wasted', joined.length, wasteful.length);
    expect(wasteful).toEqual([]);
    expect(joined.length).toBeGreaterThan(IS_WHOLE ? 100 : 40);
  });
});

describe('no text is lost', () => {
  test('what a section says, its slides say, in order', () => {
    const said = new Map<string, string>();
    for (const { deck, slide } of shown) {
      const key = `${deck.lang} ${slide.origin.file}:${slide.origin.line}`;
      said.set(key, (said.get(key) ?? '') + slideTexts(slide).join(''));
    }
    meetups.forEach((meetup, index) => {
      for (const [place, { recipe, texts }] of meetup.sections) {
        const found = squash(said.get(`${index === 0 ? 'zh-CN' : 'en'} ${place}`) ?? '');
        const expected = squash(texts.join(''));
        // Each part repeats a table's header or a chart's label, and a row may be split.
        const repeats = ['table', 'wide', 'bars', 'blocks'].includes(recipe.kind);
        const isWhole = repeats ? missing(expected, found) === '' : found === expected;
        tally(`sections of ${recipe.kind}, for lost text`, 1, isWhole ? 0 : 1);
        if (repeats) expect(missing(expected, found), place).toBe('');
        else expect(found, place).toBe(expected);
      }
    });
  });

  test('what a slide says, its page of the PDF says, in order', () => {
    const lost: string[] = [];
    const numbers = new Map<Deck, number>();
    for (const { deck, slide, place } of shown) {
      const number = numbers.get(deck) ?? 0;
      numbers.set(deck, number + 1);
      const page = pages.get(`${deck.lang} ${deck.slug}`)?.[number] ?? '';
      let at = 0;
      for (const text of readTexts(slide).map(squash)) {
        const next = page.indexOf(text, at);
        if (next < 0) lost.push(`${place}: ${text.slice(0, 60)} in ${page.slice(at, at + 300)}`);
        else at = next + text.length;
      }
    }
    tally('slides, for text that their page of the PDF lacks', shown.length, lost.length);
    expect(lost.slice(0, 10)).toEqual([]);
  });
});

/** A slide's texts including the heading. */
function readTexts(slide: Slide | CoverSlide): readonly string[] {
  const [first = '', ...others] = slideTexts(slide);
  const title = plainText(slide.title);
  // The topic is above the question.
  return slide.kind === 'question' ? [first, title, ...others] : [title, first, ...others];
}

/** Spaces mark line breaks, too; a PDF does not tell the two apart. */
function squash(text: string): string {
  return text.replaceAll(/\s+/g, '').normalize('NFKC');
}

/** The characters of `expected` missing from `found`, each repeated as often as it is missing. */
function missing(expected: string, found: string): string {
  const counts = new Map<string, number>();
  for (const char of found) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...expected]
    .filter((char) => {
      const count = counts.get(char) ?? 0;
      counts.set(char, count - 1);
      return count <= 0;
    })
    .join('');
}
