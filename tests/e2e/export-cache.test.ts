import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseReport, runCli } from '../cli/run-cli.ts';
import { IS_WHOLE } from '../deep.ts';
import { pdfFacts } from '../print/pdf-facts.ts';
import { pdfObjects } from '../print/pdf-objects.ts';
import { keptOf } from '../test-cache.ts';
import { type LoggedBrowser, loggedBrowser } from './logged-browser.ts';
import { pdfText } from './pdf-text.ts';
import { writeSmallMeetup, writeTalk } from './small-meetup.ts';

const WHOLE = 'Data-1-2.pdf';

let folder: string;
let root: string;
let browser: LoggedBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-cache-'));
  root = join(folder, 'meetup');
  writeSmallMeetup(root);
  browser = await loggedBrowser(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Deck {
  readonly deck: string;
  readonly pages: number;
  readonly cache: string;
}

async function exportAll(
  ...flags: readonly string[]
): Promise<{ decks: Readonly<Record<string, string>>; browsers: number }> {
  browser.forget();
  const result = await runCli(['export', '--json', '--root', root, '--browser', browser.path, ...flags]);
  expect(result.stderr).toBe('');
  expect(result.code).toBe(0);
  const decks = parseReport(result).decks as readonly Deck[];
  return {
    decks: Object.fromEntries(decks.map(({ deck, cache }) => [deck, cache])),
    browsers: browser.showing(),
  };
}

const pdf = (name: string): Buffer => readFileSync(join(root, 'out', 'pdf', name));
const pdfs = (): readonly Buffer[] => [WHOLE, 'ada.pdf', 'ben.pdf', 'qa.pdf'].map(pdf);

/** Byte for byte; differences are shown as objects in text form. */
async function expectSame(actual: readonly Buffer[], expected: readonly Buffer[]): Promise<void> {
  for (const [index, bytes] of actual.entries()) {
    const before = expected[index] ?? Buffer.alloc(0);
    if (!bytes.equals(before)) expect(await pdfObjects(bytes)).toEqual(await pdfObjects(before));
    expect(bytes.equals(before)).toBe(true);
  }
}

const modified = (name: string): number => statSync(join(root, 'out', 'pdf', name)).mtimeMs;

test('at first everything is printed, by one browser', async () => {
  expect(await exportAll()).toEqual({ decks: { ada: 'miss', ben: 'miss', qa: 'miss' }, browsers: 1 });
  expect(readdirSync(join(root, 'out', 'pdf')).sort()).toEqual(
    [WHOLE, 'ada.pdf', 'ben.pdf', 'qa.pdf'].sort(),
  );
});

test('with nothing changed no browser is started, and no file is touched', async () => {
  const before = [WHOLE, 'ada.pdf', 'ben.pdf', 'qa.pdf'].map(modified);
  const starts = browser.starts();
  expect(await exportAll()).toEqual({ decks: { ada: 'hit', ben: 'hit', qa: 'hit' }, browsers: 0 });
  expect(browser.starts()).toEqual(starts);
  expect([WHOLE, 'ada.pdf', 'ben.pdf', 'qa.pdf'].map(modified)).toEqual(before);
});

test('the site offers what was exported, whatever its time is, as long as it shows the same', async () => {
  for (const name of [WHOLE, 'ada.pdf', 'ben.pdf', 'qa.pdf'])
    utimesSync(join(root, 'out', 'pdf', name), 0, 0);
  const offered = await runCli(['site', '--no-slides', '--json', '--root', root]);
  expect(parseReport(offered)).toMatchObject({ ok: true, outdated: [] });
});

test('links lead from a deck to the questions and back, by page; within the whole meetup, too', async () => {
  const [ada, qa, whole] = await Promise.all([
    pdfFacts(pdf('ada.pdf')),
    pdfFacts(pdf('qa.pdf')),
    pdfFacts(pdf(WHOLE)),
  ]);
  const { pages } = await pdfText(pdf('qa.pdf'));
  const question = pages.findIndex(
    (text, page) => page > 0 && text.includes('Asked by') && text.includes('Why stores?'),
  );
  expect(ada.links.flat()).toContain(`./qa.pdf#page=${question + 1}`);
  expect(qa.links.flat()).toContain('./ada.pdf#page=1');
  // Front, then Ada, Ben, and the questions: every link in the combined PDF stays within it.
  const words = (await pdfText(pdf(WHOLE))).pages;
  expect(words).toHaveLength(whole.pages);
  expect(whole.links.flat().filter((target) => typeof target === 'string')).toEqual([]);
  expect(whole.links.flat().every((page) => Number(page) >= 1 && Number(page) <= whole.pages)).toBe(true);
  const front = whole.links.slice(0, 2).flat();
  expect(front.map((page) => words[Number(page) - 1]?.includes('Stores'))).toContain(true);
});

test('after an edit that talk is printed, and what cites it; the rest is kept', async () => {
  writeTalk(root, 'ben', 'Ben', 'Queues', '- Long\n- Very fair');
  expect(await exportAll()).toEqual({ decks: { ada: 'hit', ben: 'miss', qa: 'hit' }, browsers: 1 });
  expect((await pdfText(pdf(WHOLE))).pages.join()).toContain('Very fair');
});

test('where questions move to other pages, the decks that link to them are printed again', async () => {
  const first = '---\nquestion: Who is here?\naskedBy: Ben\ntopic: Why\n---\n\n### Cy\n\n- All of you\n';
  writeFileSync(join(root, 'content', 'qa', '00-who.md'), first);
  expect(await exportAll()).toEqual({ decks: { ada: 'miss', ben: 'hit', qa: 'miss' }, browsers: 1 });
});

test('decks that are named are printed as they are with all others; a damaged entry is noticed and made again', async () => {
  const cache = keptOf(root, 'print');
  const before = pdf('ada.pdf');
  const whole = modified(WHOLE);
  for (const name of readdirSync(cache)) {
    const bytes = readFileSync(join(cache, name));
    writeFileSync(join(cache, name), bytes.subarray(0, bytes.length - 1));
  }
  rmSync(join(root, 'out', 'pdf', 'ada.pdf'));
  const result = await runCli(['export', 'ada', '--json', '--root', root]);
  expect(result.code).toBe(0);
  expect(parseReport(result)).toMatchObject({ decks: [{ deck: 'ada', cache: 'miss' }], whole: null });
  expect(pdf('ada.pdf').equals(before)).toBe(true);
  expect(modified(WHOLE)).toBe(whole);
});

test.runIf(IS_WHOLE)('--no-cache prints everything, to the same bytes', async () => {
  const before = pdfs();
  expect(await exportAll('--no-cache')).toEqual({
    decks: { ada: 'off', ben: 'off', qa: 'off' },
    browsers: 1,
  });
  await expectSame(pdfs(), before);
});

test.runIf(IS_WHOLE)('shards of two machines make what one makes', async () => {
  const before = pdfs();
  const machines = [1, 2].map((index) => join(folder, `machine-${index}`));
  for (const [index, machine] of machines.entries()) {
    writeSmallMeetup(machine);
    for (const path of ['qa/00-who.md', 'talks/ben.md']) {
      writeFileSync(join(machine, 'content', path), readFileSync(join(root, 'content', path)));
    }
    const result = await runCli(['export', '--shard', `${index + 1}/2`, '--root', machine]);
    expect(result.code).toBe(0);
    expect(result.stdout).toContain(`shard-${index + 1}-of-2.zip  for export --merge`);
  }
  rmSync(join(root, 'out'), { recursive: true });
  const folders = machines.map((machine) => join(machine, 'out'));
  const lacking = await runCli(['export', '--root', root, '--merge', ...folders.slice(1)]);
  expect(lacking.code).toBe(2);
  expect(lacking.stderr).toContain('Shard 1 of 2 is missing.');
  const merged = await runCli(['export', '--json', '--root', root, '--merge', ...folders]);
  expect(merged.code).toBe(0);
  expect(parseReport(merged).decks).toMatchObject([{ deck: 'ada' }, { deck: 'ben' }, { deck: 'qa' }]);
  await expectSame(pdfs(), before);

  writeTalk(root, 'ben', 'Ben', 'Queues', '- Changed');
  const other = await runCli(['export', '--root', root, '--merge', ...folders]);
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('was made from another state of content/ or templates/');
});
