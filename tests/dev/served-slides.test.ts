import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemory } from '../../src/base/memory.ts';
import { servedSlides } from '../../src/dev/session/served-slides.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-served-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const DECK = { path: 'ada.md', content: '# Ada\n' };
const PICTURE = { path: 'assets/a.png', content: new Uint8Array([1, 2]) };
const names = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

test('the folder has the decks and what belongs to them, and nothing else, whatever was there', () => {
  const folder = join(root, 'slides');
  for (const path of ['setup', 'assets/deep', 'ada.md']) mkdirSync(join(folder, path), { recursive: true });
  for (const path of ['vite.config.ts', 'setup/main.ts', 'assets/x.js', 'assets/deep/y', '.env'])
    writeFileSync(join(folder, path), '');
  symlinkSync(root, join(folder, 'layouts'));
  const served = servedSlides(folder, createMemory());
  served.update([DECK, PICTURE]);
  expect(names(folder)).toEqual(['ada.md', 'assets', 'assets/a.png', 'package.json']);
  expect(readFileSync(join(folder, 'ada.md'), 'utf8')).toBe('# Ada\n');
  expect([served.hasFile('assets/a.png'), served.hasFile('package.json'), served.hasFile('assets')]).toEqual([
    true,
    false,
    false,
  ]);
  served.update([DECK]);
  expect(names(folder)).toEqual(['ada.md', 'package.json']);
  expect(served.hasFile('assets/a.png')).toBe(false);
});

test('a link in its place is not followed', () => {
  const elsewhere = join(root, 'elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, 'mine.txt'), 'mine');
  symlinkSync(elsewhere, join(root, 'slides'));
  servedSlides(join(root, 'slides'), createMemory()).update([DECK]);
  expect(readdirSync(elsewhere)).toEqual(['mine.txt']);
  expect(lstatSync(join(root, 'slides')).isDirectory()).toBe(true);
});

test('what somebody changed there is put right with the next save', () => {
  const served = servedSlides(root, createMemory());
  served.update([DECK]);
  writeFileSync(join(root, 'ada.md'), '# Eve\n');
  writeFileSync(join(root, 'index.html'), '');
  served.update([DECK]);
  expect(readFileSync(join(root, 'ada.md'), 'utf8')).toBe('# Ada\n');
  expect(existsSync(join(root, 'index.html'))).toBe(false);
});

test('modules that Slidev writes there once, and reads when a page asks for them, stay; nothing else does', () => {
  const served = servedSlides(root, createMemory());
  served.update([DECK]);
  const folder = join(root, 'node_modules/.slidev/virtual');
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, 'node_modules/vite'));
  for (const path of ['.slidev/virtual/import-glob.0123456789.ts', '.slidev/virtual/x.ts', 'vite/index.js'])
    writeFileSync(join(root, 'node_modules', path), '');
  served.update([DECK]);
  expect(readdirSync(join(root, 'node_modules'))).toEqual(['.slidev']);
  expect(readdirSync(folder)).toEqual(['import-glob.0123456789.ts']);
});
