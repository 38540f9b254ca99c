import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportMeetup, type MeetupToExport } from '../../src/export/export-meetup.ts';
import type { Product } from '../../src/print/types.ts';
import { type LoggedBrowser, loggedBrowser } from '../e2e/logged-browser.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { makeDeck, themeRoot } from '../print/make-deck.ts';

const [front, ada, faulty] = [
  makeDeck('meetup', ['# All']),
  makeDeck('ada', ['# One']),
  makeDeck('faulty', ['# One\n\n{{ a b']),
];
const products: readonly Product[] = [{ kind: 'notes' }];

let folder: string;
let out: string;
let browser: LoggedBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-meetup-'));
  out = join(folder, 'out');
  browser = await loggedBrowser(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

const meetup = (): MeetupToExport => ({
  decks: [ada, faulty],
  front,
  assets: [],
  themeRoot,
  shellFolder: KEPT_SHELL,
  browserPath: browser.path,
  outFolder: out,
  printFolder: join(folder, 'print'),
});
const kept = () => readdirSync(join(folder, 'print'));

test('what is printed while its surroundings change is not kept; an old shard goes where a deck fails', async () => {
  mkdirSync(out);
  writeFileSync(join(out, 'shard-1-of-1.zip'), 'of an earlier export');
  const exported = await exportMeetup(
    {
      ...meetup(),
      onProgress: ({ stage }) => {
        if (stage === 'print') utimesSync(browser.path, 9, 9);
      },
    },
    { names: [], products, shard: { index: 1, of: 1 }, documents: [], useCache: true },
  );
  expect(exported).toMatchObject({ decks: [{ slug: 'ada' }], whole: null, shard: null });
  expect(readdirSync(out).sort()).toEqual(['notes']);
  expect(kept()).toEqual([]);
});

test('else it is', async () => {
  await exportMeetup(meetup(), { names: ['ada'], products, shard: null, documents: [], useCache: true });
  expect(kept()).toHaveLength(1);
});
