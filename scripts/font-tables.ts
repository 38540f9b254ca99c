/*
 * Writes src/base/fonts/tables.ts: the characters of the decks' fonts, and the advances of their glyphs. It reads the
 * theme's @font-face rules as a browser does, and of each file only what its range allows.
 * Run it by hand when a font changes: npx tsx scripts/font-tables.ts
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import { type ThemeFace, themeFaces } from './theme-faces.ts';

const FONTS_CSS = new URL('../templates/theme/styles/fonts.css', import.meta.url);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Punctuation that Latin shares with Chinese and Japanese; its glyphs depend on script and language. */
const isShared = (codePoint: number) => codePoint === 0xb7 || (codePoint >= 0x2010 && codePoint <= 0x2044);
const LANGUAGES: Readonly<Record<string, string>> = { SC: 'ZHS ', TC: 'ZHT ', JP: 'JAN ' };

type Advances = Map<number, number>;

const families = new Map<string, { readonly regular: Advances; readonly bold: Advances }>();
for (const face of themeFaces()) {
  if (face.style !== 'normal') continue;
  const advances = families.get(face.family) ?? {
    regular: new Map<number, number>(),
    bold: new Map<number, number>(),
  };
  families.set(face.family, advances);
  const found = advancesOf(face);
  for (const weight of face.weights) {
    // Of two faces with the same range, browsers use the last one.
    for (const [codePoint, advance] of found) advances[weight].set(codePoint, advance);
  }
}

/** By code point, in 1/1000 em. */
function advancesOf({ family, file, covers, sizeAdjust }: ThemeFace): readonly (readonly [number, number])[] {
  const font = fontkit.create(readFileSync(file)) as fontkit.Font;
  const scale = (1000 * sizeAdjust) / font.unitsPerEm;
  const language = LANGUAGES[/ (SC|TC|JP)\b/.exec(family)?.[1] ?? ''];
  return font.characterSet.filter(covers).map((codePoint) => {
    const char = String.fromCodePoint(codePoint);
    const width =
      language && isShared(codePoint)
        ? font.layout(char, undefined, 'hani', language).advanceWidth
        : font.glyphForCodePoint(codePoint).advanceWidth;
    return [codePoint, Math.round(width * scale)];
  });
}

/** For each 256 characters `4e:` and 256 bits in base 64, or `*` for all of them; separated by spaces. */
function encodePages(codePoints: readonly number[]): string {
  const pages = new Map<number, Uint8Array>();
  for (const codePoint of codePoints) {
    const page = pages.get(codePoint >> 8) ?? new Uint8Array(32);
    pages.set(codePoint >> 8, page);
    const byte = (codePoint & 0xff) >> 3;
    page[byte] = (page[byte] ?? 0) | (1 << (codePoint & 7));
  }
  return [...pages].map(([page, bits]) => `${page.toString(16)}:${encodeBits(bits)}`).join(' ');
}

function encodeBits(bits: Uint8Array): string {
  return bits.every((byte) => byte === 0xff) ? '*' : Buffer.from(bits).toString('base64url');
}

/** Two base-64 digits per advance; for runs of equal ones `*`, a count of three digits and the advance. */
function encodeAdvances(advances: readonly number[]): string {
  let text = '';
  for (let at = 0; at < advances.length; ) {
    const advance = Math.min(advances[at] ?? 0, 64 ** 2 - 1);
    let end = at;
    while (end < advances.length && advances[end] === advances[at]) end += 1;
    const digits = encodeNumber(advance, 2);
    text += end - at > 3 ? `*${encodeNumber(end - at, 3)}${digits}` : digits.repeat(end - at);
    at = end;
  }
  return text;
}

function encodeNumber(number: number, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest = Math.floor(rest / 64)) text = DIGITS[rest % 64] + text;
  return text;
}

const entries = [...families].map(([name, { regular, bold }]) => {
  // Characters in only one weight are left to the next family.
  const codePoints = [...regular.keys()].filter((codePoint) => bold.has(codePoint)).sort((a, b) => a - b);
  if (codePoints.length !== regular.size) throw new Error(`${name} lacks characters in bold`);
  console.log(`${name}: ${codePoints.length}`);
  const [thin, thick] = [regular, bold].map((weight) =>
    encodeAdvances(codePoints.map((codePoint) => weight.get(codePoint) ?? 0)),
  );
  return `  '${name}': {
    pages: '${encodePages(codePoints)}',
    regular: '${thin}',
    bold: ${thin === thick ? 'null' : `'${thick}'`},
  },`;
});

writeFileSync(
  fileURLToPath(new URL('../src/base/fonts/tables.ts', import.meta.url)),
  `// Written by scripts/font-tables.ts, which says how; family.ts reads it.

// biome-ignore format: each font's table stays on one line, for diffs
export const TABLES = {
${entries.join('\n')}
} as const;

/** SHA-256 of the styles/fonts.css that they were made from. */
export const FONTS_CSS = '${createHash('sha256').update(readFileSync(FONTS_CSS)).digest('hex')}';

/** A font family of the built-in theme, as its CSS names it. */
export type FamilyName = keyof typeof TABLES;
`,
);
