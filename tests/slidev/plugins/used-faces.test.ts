import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BundleJob } from '../../../src/slidev/job.ts';
import { borrowPackages } from '../../../src/slidev/options.ts';
import { hasBuiltInFonts, usedFaces } from '../../../src/slidev/plugins/used-faces.ts';

const THEME = fileURLToPath(new URL('../../../templates/theme', import.meta.url));
const FACE = "@font-face { font-family: 'Noto Sans SC Common'; unicode-range: U+6F22 }";
let root: string;
let theme: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-faces-')));
  theme = join(root, 'theme');
  cpSync(THEME, theme, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function isUsed(text: string): boolean {
  writeFileSync(join(root, 'ada.md'), text);
  const decks = [{ file: 'ada.md', title: 'Ada', lang: 'zh-CN' }];
  return usedFaces({ root, themeRoot: theme, decks } as unknown as BundleJob)(FACE);
}

test('a face is used where a deck has one of its characters, however that is written', () => {
  expect(['漢', '&#x6f22;', '"\\u6f22"', 'han'].map(isUsed)).toEqual([true, true, true, false]);
});

test.skipIf(process.platform === 'win32')('no pipe of a theme is waited for, and no device read', () => {
  expect(hasBuiltInFonts(theme)).toBe(true);
  for (const path of ['styles/fonts.css', 'package.json']) rmSync(join(theme, path));
  for (const path of ['styles/fonts.css', 'package.json', 'a.ts'])
    execFileSync('mkfifo', [join(theme, path)]);
  symlinkSync('/dev/zero', join(theme, 'b.vue'));
  expect(isUsed('han')).toBe(false);
  expect(hasBuiltInFonts(theme)).toBe(false);
  const { config } = borrowPackages(theme);
  expect((config as () => unknown)()).toEqual({ resolve: { alias: [] } });
});

test.skipIf(process.platform === 'win32')('a deck that is none is said to be so', () => {
  execFileSync('mkfifo', [join(root, 'ada.md')]);
  const job = { root, themeRoot: theme, decks: [{ file: 'ada.md', title: 'Ada', lang: 'en' }] };
  expect(() => usedFaces(job as unknown as BundleJob)(FACE)).toThrow(
    `Cannot read ${join(root, 'ada.md')}: it is a pipe, and no file`,
  );
});
