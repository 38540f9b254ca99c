import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../cli/run-cli.ts';
import { IS_WHOLE } from '../deep.ts';
import { type LiveMeetup, mark, shows, startLive, TALK } from '../dev/live.ts';
import { SEED } from '../hostile/seed.ts';
import { startTally } from '../hostile/start-tally.ts';
import { type EditPlace, editPlaces, withWords } from './edit-places.ts';

const EDITS = Number(process.env.EDITS ?? 500);
/** One edit in this many has a mistake, which the next edit of that file corrects. */
const FAULTY_EVERY = 25;
/** One edit in this many is waited for; the others follow at once or after a short pause. */
const SEEN_EVERY = 5;
const LONGEST_PAUSE_MS = 150;
/** Maximum growth of the heap over the second half of the edits, to detect memory leaks. */
const MOST_GROWTH = 1.1;
const PATIENCE = { timeout: 120_000, interval: 20 };
const HOUR_MS = 3_600_000;

const tally = startTally('Edits in a row under dev:');
let live: LiveMeetup;
let page: Page;
let heapFile: string;

/** Heap size of the dev process in bytes. */
async function heap(): Promise<number> {
  rmSync(heapFile, { force: true });
  process.kill(live.dev.pid, 'SIGUSR2');
  await expect.poll(() => readdirSync(live.root), PATIENCE).toContain('heap');
  return Number(readFileSync(heapFile, 'utf8'));
}

const summaries = (): readonly string[] =>
  ['talks', 'qa'].flatMap((folder) =>
    readdirSync(join(live.root, 'content', folder)).map((name) => `content/${folder}/${name}`),
  );

const deckTexts = (): Readonly<Record<string, string>> => {
  const names = readdirSync(join(live.root, 'slides')).filter((name) => name.endsWith('.md'));
  return Object.fromEntries(names.map((name) => [name, live.read(`slides/${name}`)]));
};

/** Waits until some deck contains the words, which may be broken anywhere between two of them. */
const isWritten = (words: string) =>
  expect
    .poll(() => Object.values(deckTexts()).join('\n').replaceAll('<wbr>', '').includes(words), PATIENCE)
    .toBe(true);

/** Only letters, because numbers would be looked up in the transcript. */
const wordsOf = (edit: number) =>
  `\u6539${[...String(edit)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}\u6bd5`;

describe.runIf(IS_WHOLE)(`${EDITS} edits, seed ${SEED}`, () => {
  beforeAll(async () => {
    const preload = new URL('tell-heap.mjs', import.meta.url).href;
    live = await startLive(
      (root) => {
        heapFile = join(root, 'heap');
        process.env.HEAP_FILE = heapFile;
      },
      { NODE_OPTIONS: `--import ${preload}` },
    );
    delete process.env.HEAP_FILE;
    page = await live.open('huang-dongxu/5');
  });
  afterAll(() => live.stop());

  test('all show, and memory does not grow with them', { timeout: HOUR_MS }, async () => {
    const originals = new Map(summaries().map((path) => [path, live.read(path)]));
    const places = [...originals].flatMap(([path, text]) => editPlaces(path, text));
    const edits = fc.sample(
      fc.noBias(
        fc.record({
          place: fc.constantFrom(...places),
          pause: fc.integer({ min: 0, max: LONGEST_PAUSE_MS }),
        }),
      ),
      { seed: SEED, numRuns: EDITS },
    );
    const write = (place: EditPlace, words: string) =>
      live.write(place.path, withWords(originals.get(place.path) ?? '', place, words));
    const faulty = new Map<string, EditPlace>();
    let middle = 0;
    for (const [edit, { place, pause }] of edits.entries()) {
      const words = wordsOf(edit);
      const isFaulty = edit % FAULTY_EVERY === FAULTY_EVERY - 1;
      write(place, isFaulty ? `${words} ![](nowhere.png)` : words);
      if (isFaulty) faulty.set(place.path, place);
      else faulty.delete(place.path);
      if (!isFaulty && edit % SEEN_EVERY === 0) await isWritten(words);
      else await delay(pause);
      if (edit === Math.floor(EDITS / 2)) middle = await heap();
    }
    const end = await heap();
    for (const place of faulty.values()) write(place, wordsOf(EDITS));
    const last = wordsOf(EDITS + 1);
    const shown = editPlaces(TALK, live.read(TALK)).find(({ line }) => line > 25);
    if (!shown) throw new Error(`${TALK} has no points`);
    write(shown, last);
    await isWritten(last);
    tally('edits', EDITS, 0);
    await shows(page, last);
    expect(await mark(page)).toBe('here');
    const together = deckTexts();
    rmSync(join(live.root, 'slides'), { recursive: true });
    expect((await runCli(['build', '--root', live.root])).code).toBe(0);
    expect(together).toEqual(deckTexts());
    const megabytes = [middle, end].map((bytes) => Math.round(bytes / 1e5) / 10);
    console.log(`Heap of dev, in the middle of ${EDITS} edits and at their end, in MB:`, ...megabytes);
    expect(end / middle).toBeLessThan(MOST_GROWTH);
    expect(live.dev.output()).not.toContain('fault of talkdeck');
  });
});
