import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Coverage, coverageOf } from '../../../src/base/fonts/families.ts';
import {
  FONT_PACKAGES,
  FONT_VERSION,
  type FontPackage,
  fontFolders,
  installedFonts,
} from '../../../src/base/fonts/font-packages.ts';

const [JP, KR, TC] = FONT_PACKAGES;

it.each(['../../../package.json', '../../../templates/theme/package.json'])('%s names them', (path) => {
  const { peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  );
  expect(peerDependencies).toEqual(Object.fromEntries(FONT_PACKAGES.map((name) => [name, FONT_VERSION])));
  expect(Object.keys(peerDependenciesMeta)).toEqual([...FONT_PACKAGES]);
});

describe('what is installed', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'talkdeck-fonts-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is found with talkdeck', () => {
    expect(installedFonts(root)).toEqual(FONT_PACKAGES);
  });

  it("and in the meetup's own folder first", () => {
    const folder = join(root, 'node_modules', KR);
    mkdirSync(folder, { recursive: true });
    expect(fontFolders(root)[KR]).toBe(folder);
    expect(fontFolders(join(root, 'below'))[KR]).toBe(folder);
    expect(fontFolders(root)[JP]).toMatch(/node_modules\/@fontsource\/noto-sans-jp$/);
  });
});

describe('a character has no glyph without the package', () => {
  const lookUp = ({ has, packageFor }: Coverage, char: string): FontPackage | true | null => {
    const codePoint = char.codePointAt(0) ?? 0;
    return has(codePoint) || packageFor(codePoint);
  };

  it.each<[string, string, FontPackage[], FontPackage | true | null]>([
    ['zh-CN', '\uD55C', [], KR],
    ['zh-CN', '\uD55C', [KR], true],
    ['zh-CN', '\uD55C', [JP, TC], KR],
    ['zh-CN', '\u4E2D', [], true],
    ['en', '\u304B', [], true],
    ['en', 'a', [], true],
    // No font has it.
    ['ko', '\u0E44', [], null],
    // Simplified Chinese has it, but with another glyph shape.
    ['ja', '\u76F4', [], JP],
    ['ja', '\u76F4', [JP], true],
    ['zh-TW', '\u76F4', [JP, KR], TC],
    ['zh-Hant-HK', '\u76F4', [], TC],
    ['ja', 'a', [], true],
    ['ko', '\u{1F600}', [], true],
  ])('%s %s with %j', (lang, char, installed, expected) => {
    expect(lookUp(coverageOf(lang, installed), char)).toBe(expected);
  });
});
