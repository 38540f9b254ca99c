import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../../../src/base/project.ts';
import { compile } from '../../../src/build/compile.ts';
import { printableDecks } from '../../../src/export/printable-decks.ts';
import { printDecks } from '../../../src/print/print-decks.ts';
import type { AuditResult, PrintableDeck } from '../../../src/print/types.ts';
import { KEPT_SHELL } from '../../kept-shell.ts';
import { startBrowser } from '../start-browser.ts';

const files: Readonly<Record<string, string>>[] = [];
let talk: Readonly<Record<string, string>> = {};
const TALK = 'huang-dongxu';
let deck: PrintableDeck;
let result: AuditResult;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  const project = openProject(fileURLToPath(new URL('../../..', import.meta.url)));
  const { value } = compile(project);
  if (!value) throw new Error('the sample has errors');
  const { decks, ...rest } = printableDecks(project, value);
  const chosen = decks.find(({ slug }) => slug === 'qa');
  if (!chosen) throw new Error('the sample has no questions');
  deck = chosen;
  const print = () =>
    printDecks({
      ...rest,
      shellFolder: KEPT_SHELL,
      decks: [deck, ...decks.filter(({ slug }) => slug === TALK)],
      // Twice from one page, which the first run must leave unchanged.
      productsOf: ({ slug }) => (slug === TALK ? [{ kind: 'pptx' }] : [{ kind: 'pptx' }, { kind: 'pptx' }]),
      onPrinted: ({ slug, products }) => {
        const made = products.map(({ files: [file] }) => unzip(file?.bytes ?? new Uint8Array()));
        if (slug === TALK) talk = made[0] ?? {};
        else files.push(...made);
      },
    });
  result = await print();
});

afterAll(() => browser.close());

function unzip(bytes: Uint8Array): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(bytes));
  return Object.fromEntries(entries.map(([path, content]) => [path, strFromU8(content)]));
}

const SLIDE = /^ppt\/slides\/slide\d+\.xml$/;
const slides = () =>
  deck.origins.map(
    (_, index) => files[0]?.[`ppt/slides/slide${index + 1}.xml`] ?? `slide ${index + 1} is missing`,
  );
const texts = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text).join('');

test('every slide can be edited, and says what it says in the deck', () => {
  expect(result.failures).toEqual([]);
  expect(Object.keys(files[0] ?? {}).filter((path) => SLIDE.test(path))).toHaveLength(deck.origins.length);
  expect(texts(slides()[0] ?? '')).toContain('\u95ee\u7b54');
  for (const [index, xml] of slides().entries()) {
    expect(texts(xml).length, `slide ${index + 1}`).toBeGreaterThan(5);
  }
});

test('it is well-formed', async () => {
  const page = await browser.newPage();
  const malformed = `Object.entries(${JSON.stringify(files[0])}).flatMap(([path, text]) => {
    if (!/[.](?:xml|rels)$/.test(path)) return [];
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return parsed.querySelector('parsererror') ? [path] : [];
  })`;
  const wrong = await page.evaluate(malformed);
  expect(wrong).toEqual([]);
});

test('fonts are those of office programs, and the language is that of the deck', () => {
  const xml = slides().join('');
  const fonts = (script: string) =>
    [
      ...new Set(
        [...xml.matchAll(new RegExp(`<a:${script} typeface="([^"]*)"`, 'g'))].map(([, name]) => name),
      ),
    ].sort();
  expect(fonts('latin')).toEqual(['Arial']);
  expect(fonts('ea')).toEqual(['Microsoft YaHei']);
  expect([...new Set([...xml.matchAll(/\blang="([^"]*)"/g)].map(([, lang]) => lang))]).toEqual(['zh-CN']);
});

test('links lead to slides, to other decks\u2019 files and to the web, and nowhere else', () => {
  const targets = Object.entries(files[0] ?? {})
    .filter(([path]) => path.startsWith('ppt/slides/_rels/'))
    .flatMap(([, xml]) =>
      [...xml.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target),
    );
  expect([...new Set(targets)].sort()).toEqual([
    'huang-dongxu.pptx#1',
    'ji-xinhua.pptx#1',
    'li-haoyuan.pptx#1',
    'yuan-jinhui.pptx#1',
  ]);
  const jumps =
    slides()
      .join('')
      .match(/action="ppaction:\/\/hlinksldjump"/g) ?? [];
  const links = Object.entries(files[0] ?? {})
    .filter(([path]) => path.startsWith('ppt/slides/_rels/'))
    .flatMap(([, xml]) => xml.match(/relationships\/slide" Target="slide\d+\.xml"/g) ?? []);
  expect(links.length).toBeGreaterThan(10);
  expect(jumps.length).toBeGreaterThanOrEqual(links.length);
});

test('what CSS draws is there: numbers of lists, monograms', () => {
  const all = Object.entries(talk).filter(([path]) => SLIDE.test(path));
  const runs = all.flatMap(([, xml]) => [...xml.matchAll(/<a:t>([^<]*)</g)].map(([, text]) => text));
  expect(runs.filter((text) => /counter\(|attr\(|list-item/.test(text ?? ''))).toEqual([]);
  expect(runs.filter((text) => text === '\u65ed')).toHaveLength(4); // cover, speaker, takeaway, closing
  const agenda = texts(talk['ppt/slides/slide3.xml'] ?? '');
  for (let number = 1; number <= 8; number += 1) expect(agenda).toContain(`0${number}`);
});

test("the coloured panel of a cover is above the slide's background, and below its text", () => {
  const [, ...shapes] = (talk['ppt/slides/slide1.xml'] ?? '').split('<p:sp>');
  const heightOf = (shape: string) => Number(/<a:ext cx="\d+" cy="(\d+)"/.exec(shape)?.[1]);
  const height = Math.max(...shapes.map(heightOf));
  const isGround = (shape: string) => heightOf(shape) === height && !shape.includes('<a:t>');
  const grounds = shapes.filter(isGround).map((shape) => /<a:srgbClr val="(\w+)"/.exec(shape)?.[1]);
  expect(grounds).toEqual(['FFFFFF', 'B8324F']);
  const words = shapes.findIndex((shape) => shape.includes('<a:t>'));
  expect(words).toBeGreaterThan(shapes.findLastIndex(isGround));
});

test('notes are with their slides, as plain text', () => {
  const notes = Object.entries(files[0] ?? {})
    .filter(([path]) => path.startsWith('ppt/notesSlides/notesSlide'))
    .map(([, xml]) => texts(xml))
    .join('\n');
  expect(notes).toMatch(/\n\u51fa\u5904: L183, L187, L191/);
  expect(notes).not.toMatch(/[<>*]/);
});

test('the same deck gives the same bytes, and no time', () => {
  expect(files).toHaveLength(2);
  expect(files[1]).toEqual(files[0]);
  expect(files[0]?.['docProps/core.xml']).toContain('1980-01-01T00:00:00Z');
});
