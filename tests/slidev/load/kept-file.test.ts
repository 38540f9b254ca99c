import { appendFile, copyFile, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheText, isCurrent } from '../../../src/slidev/load/load-slidev.ts';

let folder: string;
let source: string;
let kept: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkdeck-kept-'));
  source = join(folder, 'source.js');
  kept = join(folder, 'kept.mjs');
  await writeFile(source, '1');
  await writeFile(kept, await cacheText({ code: "export const a = 'ä\u2028';\n", sources: [source] }, kept));
});

afterEach(() => rm(folder, { recursive: true }));

test('a kept file is current, and a module', async () => {
  expect(await isCurrent(kept)).toBe(true);
  expect(await import(pathToFileURL(kept).href)).toMatchObject({ a: 'ä\u2028' });
});

const FAULTS: Record<string, () => Promise<void>> = {
  'not there': () => rm(kept),
  'cut short': () => truncate(kept, 200),
  empty: () => truncate(kept, 0),
  'longer than it was': () => appendFile(kept, ' '),
  'made of a file that has changed': () => writeFile(source, '12'),
  'made of a file that was written again': () => utimes(source, 1, 1),
  'made of a file that is gone': () => rm(source),
};

test.each(Object.entries(FAULTS))('one that is %s is not', async (_, damage) => {
  await damage();
  expect(await isCurrent(kept)).toBe(false);
});

test('a copy in another place, which would load the packages of the first, is not', async () => {
  const copy = join(folder, 'copy.mjs');
  await copyFile(kept, copy);
  expect(await isCurrent(copy)).toBe(false);
});
