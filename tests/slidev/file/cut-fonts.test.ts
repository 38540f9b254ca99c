import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readFile } from '../../../src/base/read-file.ts';
import { openStore } from '../../../src/base/store.ts';
import type { BundleJob } from '../../../src/slidev/job.ts';
import { ownTemporary } from '../../own-temporary.ts';

const THEME = fileURLToPath(new URL('../../../templates/theme', import.meta.url));
const FONT = '../../../node_modules/@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2';
const ofRange = (range: string) => `@font-face { font-family: 'JetBrains Mono'; unicode-range: ${range} }`;

const temporary = ownTemporary('cut', beforeEach, afterEach);
afterEach(() => vi.doUnmock('subset-font'));

test('another run takes fonts as this one has cut them, and leaves out those that draw nothing', async () => {
  const read = readFile(fileURLToPath(new URL(FONT, import.meta.url)), { place: 'anywhere', limit: 2 ** 20 });
  if (read.state !== 'ok') throw new Error('no font');
  const [root, kept] = ['root', 'kept'].map((name) => join(temporary(), name)) as [string, string];
  for (const folder of [root, kept]) mkdirSync(folder);
  writeFileSync(join(root, 'ada.md'), '`code`');
  const decks = [{ file: 'ada.md', title: 'Ada', lang: 'en' }];
  const job = { root, themeRoot: THEME, decks } as unknown as BundleJob;
  const run = async () => {
    vi.resetModules();
    const { fontCutter } = await import('../../../src/slidev/file/cut-fonts.ts');
    const cut = fontCutter(job, openStore(kept));
    return Promise.all(['U+0-7F', 'U+20'].map((range) => cut(read.value, ofRange(range))));
  };

  const [letters, blank] = await run();
  expect(letters?.isCut).toBe(true);
  expect(letters?.bytes.length).toBeLessThan(read.value.length);
  expect(blank).toBeNull();
  vi.doMock('subset-font', () => ({ default: () => Promise.reject(new Error('cut again')) }));
  expect(await run()).toEqual([letters, null]);
});
