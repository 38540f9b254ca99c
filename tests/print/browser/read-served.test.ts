import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readServed } from '../../../src/print/browser/serve-folder.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-served-'));
  for (const name of ['index.html', 'a b.js', '100%.svg']) writeFileSync(join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['/', 'index.html'],
  ['/3', 'index.html'],
  ['/a%20b.js', 'a b.js'],
  ['/100%25.svg', '100%.svg'],
  ['/nowhere.png', null],
  ['/..%2fpasswd.txt', null],
  ['/a%00.js', null],
  // Invalid UTF-8, and invalid percent encoding.
  ['/%E0%A4%A', null],
  ['/%ff.png', null],
  ['/100%.svg', null],
])('%s is %s', async (address, name) => {
  expect((await readServed(address, folder))?.body.toString() ?? null).toBe(name);
});
