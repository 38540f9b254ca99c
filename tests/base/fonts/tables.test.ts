import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { themeFaces } from '../../../scripts/theme-faces.ts';
import { covers, familyOf } from '../../../src/base/fonts/families.ts';
import { glyphProblem } from '../../../src/base/fonts/glyph-problem.ts';
import { type FamilyName, FONTS_CSS, TABLES } from '../../../src/base/fonts/tables.ts';
import { needsGlyph } from '../../../src/base/fonts/used-characters.ts';
import { IS_WHOLE, runs } from '../../deep.ts';

const faces = themeFaces().filter(({ style }) => style === 'normal');
/** Some of a font's numbered slices, and of the many files in other ranges; the tables only change with fonts.css. */
const step = runs(120, 30);
const sample = faces.filter(({ file }, index) =>
  /-\d+-[47]00-normal/.test(file) ? index % step === 0 : IS_WHOLE || !/chinese|japanese|korean/.test(file),
);

test('the tables were made from the current fonts.css: otherwise run scripts/font-tables.ts', () => {
  const css = readFileSync(new URL('../../../templates/theme/styles/fonts.css', import.meta.url));
  expect(createHash('sha256').update(css).digest('hex')).toBe(FONTS_CSS);
  expect([...new Set(faces.map(({ family }) => family))].sort()).toEqual(Object.keys(TABLES).sort());
});

describe('a font file has what its table says, and as wide', () => {
  test.each(sample.map((face) => [face.file.replace(/.*\//, ''), face.family, face] as const))(
    '%s, as %s',
    (_, name, { file, weights, ranges, covers: inRange, sizeAdjust }) => {
      const font = fontkit.create(readFileSync(file)) as fontkit.Font;
      const family = familyOf(name as FamilyName);
      const inFile = new Set(font.characterSet.filter(inRange));
      const missing = [...inFile].filter((codePoint) => !family.has(codePoint));
      // DejaVu Bold has a few more characters.
      expect(missing.length).toBeLessThan(name.startsWith('DejaVu') && weights[0] === 'bold' ? 130 : 1);
      const others = faces.filter((face) => face.family === name && face.file !== file);
      const unread = ranges.flatMap(([first, last]) =>
        last - first > 0xffff ? [] : Array.from({ length: last - first + 1 }, (__, index) => first + index),
      );
      const promised = unread.filter(
        (codePoint) =>
          family.has(codePoint) && !inFile.has(codePoint) && !others.some((face) => face.covers(codePoint)),
      );
      expect(promised).toEqual([]);

      const isShared = (codePoint: number) =>
        codePoint === 0xb7 || (codePoint >= 0x2010 && codePoint <= 0x2044);
      const wrong = [...inFile].filter((codePoint) => {
        if (!family.has(codePoint) || (isShared(codePoint) && / (?:SC|TC|JP)\b/.test(name))) return false;
        const { advanceWidth } = font.glyphForCodePoint(codePoint);
        const width = Math.round((advanceWidth * 1000 * sizeAdjust) / font.unitsPerEm);
        return family.advance(codePoint, weights[0] === 'bold') !== Math.min(width, 64 ** 2 - 1);
      });
      // Where ranges of one font overlap, the last file counts.
      expect(wrong.filter((codePoint) => !others.some((face) => face.covers(codePoint)))).toEqual([]);
    },
  );
});

describe('covers', () => {
  test('every character of the usual encodings', () => {
    for (const encoding of [
      'shift_jis',
      'euc-kr',
      'windows-1251',
      'windows-1252',
      'windows-1253',
      'iso-8859-2',
    ]) {
      expect(uncovered(encoding), encoding).toEqual([]);
    }
    expect(uncovered('gbk', 0xb0, 0xf7).join('')).toBe('劐坶塥蒈猸弪骣轷戤赇犋毪脶膪铴镩稆耢耥蟓鲰');
  });

  test.each([
    'A',
    'é',
    'ế',
    'Ω',
    'ἀ',
    'Ж',
    'ї',
    '中',
    '臺',
    '한',
    'か',
    'ｶ',
    '→',
    '⇒',
    '⟶',
    '∀',
    '𝔸',
    '₂',
    '⅓',
    '①',
    '─',
    '⎈',
    '😀',
    '🇨',
    '⃣',
    '♞',
  ])('%s', (char) => expect(covers(char.codePointAt(0) ?? 0)).toBe(true));

  test.each([
    ['ไ', { type: 'script', script: 'Thai' }],
    ['ا', { type: 'script', script: 'Arabic' }],
    ['ड', { type: 'script', script: 'Devanagari' }],
    ['ד', { type: 'script', script: 'Hebrew' }],
    ['\u{20001}', { type: 'han' }],
    ['\uE000', { type: 'private' }],
    ['\u0378', { type: 'unassigned' }],
    ['\u0007', { type: 'control' }],
    ['\uD800', { type: 'surrogate' }],
    ['\uFFFD', { type: 'replacement' }],
    ['\u20C0', { type: 'sign' }],
  ])('not %j', (char, problem) => {
    expect(glyphProblem(char)).toEqual(problem);
    expect(needsGlyph(char)).toBe(true);
    expect(covers(char.codePointAt(0) ?? 0)).toBe(false);
  });

  test.each(['\t', '\n', '\u00AD', '\u200B', '\u200D', '\u2028', '\u2060', '\uFE0F', '\uFEFF', '\u{E0067}'])(
    '%j needs none',
    (char) => expect(needsGlyph(char)).toBe(false),
  );
});

/** Characters of a one- or two-byte encoding that no font has. */
function uncovered(encoding: string, first = 0xa1, last = 0xfe): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const chars = new Set<string>();
  for (let lead = first; lead <= last; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      for (const char of decoder.decode(Uint8Array.of(lead, trail))) chars.add(char);
    }
  }
  return [...chars].filter(
    (char) =>
      char !== '\uFFFD' && !/\p{Co}/u.test(char) && needsGlyph(char) && !covers(char.codePointAt(0) ?? 0),
  );
}
