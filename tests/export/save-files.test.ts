import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveFiles } from '../../src/export/save.ts';

let out: string;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'talkdeck-save-'));
});

afterEach(() => rmSync(out, { recursive: true }));

test('pictures of slides that are gone go, and nothing else does', () => {
  const folder = join(out, 'png', 'ada');
  mkdirSync(folder, { recursive: true });
  for (const name of ['ada-01.png', 'ada-02.png', 'ada-10.png', 'ada-cover.png', 'mine.png', 'ada-3.jpg']) {
    writeFileSync(join(folder, name), 'old');
  }
  const files = ['ada-01.png', 'ada-02.png'].map((name) => ({
    path: `png/ada/${name}`,
    bytes: Uint8Array.of(1),
  }));
  saveFiles(out, { product: { kind: 'png', scale: 1 }, files, pages: 2 });
  expect(readdirSync(folder).sort()).toEqual([
    'ada-01.png',
    'ada-02.png',
    'ada-3.jpg',
    'ada-cover.png',
    'mine.png',
  ]);
});
