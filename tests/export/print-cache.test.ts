import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPrintCache } from '../../src/export/print-cache.ts';

const entry = {
  files: [{ path: 'pdf/ada.pdf', bytes: Uint8Array.of(1, 2, 3) }],
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
  expect(cache.get('new')).toBeNull();
  expect(cache.get('old')?.pages).toBe(1);
});

test('a damaged entry is none, wherever it is cut off', () => {
  const cache = openPrintCache(folder);
  cache.put('key', entry);
  const whole = readFileSync(join(folder, 'key'));
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(join(folder, 'key'), whole.subarray(0, length));
    expect(cache.get('key')).toBeNull();
  }
  writeFileSync(join(folder, 'key'), whole);
  expect(cache.get('key')?.pages).toBe(1);
});

test('the least used goes first, past what cannot be looked at', () => {
  const cache = openPrintCache(folder);
  for (const [index, key] of ['a', 'b', 'c'].entries()) {
    cache.put(key, entry);
    utimesSync(join(folder, key), index, index);
  }
  symlinkSync('loop', join(folder, 'loop'));
  const size = 250;
  cache.trim(size);
  expect(readdirSync(folder)).toEqual(['c', 'loop']);
});

test.skipIf(process.platform === 'win32')('an entry of somebody else is used, and left where it is', () => {
  openPrintCache(folder).put('key', entry);
  chmodSync(folder, 0o555);
  const module = new URL('../../src/export/print-cache.ts', import.meta.url);
  const script = `
    const { openPrintCache } = await import(${JSON.stringify(module)});
    const cache = openPrintCache(${JSON.stringify(folder)});
    process.stdout.write(String(cache.get('key')?.pages));
    cache.trim(0);
    cache.forget();
  `;
  // Rights hold for others than root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script];
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' };
  const ended = spawnSync(process.execPath, args, { env, cwd: folder, encoding: 'utf8', ...nobody });
  expect({ stdout: ended.stdout, stderr: ended.stderr }).toEqual({ stdout: '1', stderr: '' });
  expect(readdirSync(folder)).toEqual(['key']);
});
