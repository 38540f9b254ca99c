import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPrintCache } from '../../src/export/cache.ts';

const PDF = Buffer.from('%PDF-1.7\nxref\nstartxref\n9\n%%EOF');
const PATHS = ['pdf/ada.pdf'];

const entry = {
  files: [{ path: 'pdf/ada.pdf', bytes: PDF }],
  pages: 1,
  warnings: [],
  pictures: [],
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-prints-'));
});

afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

test('what was put since it was opened can be forgotten, and nothing else', () => {
  openPrintCache(folder).put('old', entry);
  const cache = openPrintCache(folder);
  cache.put('new', entry);
  cache.forget();
  expect(readdirSync(folder)).toEqual(['old']);
  expect(cache.get('new', PATHS)).toBeNull();
  expect(cache.get('old', PATHS)?.pages).toBe(1);
});

test('a damaged entry is none, wherever it is cut off', () => {
  const cache = openPrintCache(folder);
  cache.put('key', entry);
  const whole = readFileSync(join(folder, 'key'));
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(join(folder, 'key'), whole.subarray(0, length));
    expect(cache.get('key', PATHS)).toBeNull();
  }
  writeFileSync(join(folder, 'key'), whole);
  expect(cache.get('key', PATHS)?.pages).toBe(1);
});

test('the least used goes first', () => {
  const cache = openPrintCache(folder);
  for (const [index, key] of ['a', 'b', 'c'].entries()) {
    cache.put(key, entry);
    utimesSync(join(folder, key), index, index);
  }
  const { size } = statSync(join(folder, 'c'));
  cache.trim(size * 2 - 1);
  expect(readdirSync(folder)).toEqual(['c']);
});
