/*
 * Writes src/deck/advances.ts: how far the glyphs of the decks' fonts advance. To be run by hand when a font
 * changes, with a font library that reads woff2, which the project does without otherwise:
 *
 *   npm install --prefix /tmp/fontkit fontkit@2.0.4
 *   NODE_PATH=/tmp/fontkit/node_modules node scripts/advances.mjs
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const fontkit = require('fontkit');

/** Inclusive. */
const RANGES = [
  [0x20, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x2010, 0x2044],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
];
const SHARED_PUNCTUATION = [0x2010, 0x2044];
const INTER_SLICES = ['latin', 'latin-ext', 'greek', 'cyrillic'];

const fontFile = (path) => fileURLToPath(new URL(`../node_modules/@fontsource/${path}`, import.meta.url));
const inter = (weight) =>
  INTER_SLICES.map((slice) =>
    fontkit.openSync(fontFile(`inter/files/inter-${slice}-${weight}-normal.woff2`)),
  );
const chinese = fontkit.openSync(
  fontFile('noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'),
);

/** In 1/1000 em; 0 where no font has a glyph. The script matters: Chinese dashes are longer than Latin ones. */
function advance(fonts, codePoint, script) {
  const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
  if (!font) return 0;
  const run = font.layout(
    String.fromCodePoint(codePoint),
    undefined,
    script,
    script === 'hani' ? 'ZHS ' : undefined,
  );
  return Math.round((run.advanceWidth * 1000) / font.unitsPerEm);
}

function encode(fonts, [first, last], script) {
  let text = '';
  for (let codePoint = first; codePoint <= last; codePoint += 1) {
    text += Math.min(advance(fonts, codePoint, script), 36 ** 2 - 1)
      .toString(36)
      .padStart(2, '0');
  }
  return text;
}

function table(fonts, ranges, script = 'latn') {
  return ranges
    .map((range) => `  [0x${range[0].toString(16)}, '${encode(fonts, range, script)}'],`)
    .join('\n');
}

writeFileSync(
  new URL('../src/deck/advances.ts', import.meta.url),
  `// Written by scripts/advances.mjs.

/** A code point, and the advances from it on: 1/1000 em as two digits to the base 36, 00 without a glyph. */
export type AdvanceRange = readonly [first: number, advances: string];

// biome-ignore format: one range per line
export const INTER_REGULAR: readonly AdvanceRange[] = [
${table(inter(400), RANGES)}
];

// biome-ignore format: one range per line
export const INTER_BOLD: readonly AdvanceRange[] = [
${table(inter(700), RANGES)}
];

/** Punctuation that Latin and Chinese share, in Noto Sans SC. */
// biome-ignore format: one range per line
export const CHINESE_PUNCTUATION: readonly AdvanceRange[] = [
${table([chinese], [[0xb7, 0xb7], SHARED_PUNCTUATION], 'hani')}
];
`,
);
