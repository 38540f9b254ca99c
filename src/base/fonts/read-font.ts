import { createRequire } from 'node:module';
import type { FontCollection, Font as FontFile } from 'fontkit';

const require = createRequire(import.meta.url);

/**
 * Reads a TTF, OTF, WOFF or WOFF2 file.
 * @throws Error with a short reason if it is not a font, or broken
 */
export function readFont(bytes: Uint8Array): Font {
  // Loaded only when an organiser supplies a font: it takes a sixth of a second.
  const fontkit = require('fontkit') as typeof import('fontkit');
  const font = open(fontkit, bytes);
  const advances = new Map<number, number>();
  return {
    name: font.familyName,
    advance: (codePoint) => {
      const known = advances.get(codePoint);
      if (known !== undefined) return known;
      const has = font.hasGlyphForCodePoint(codePoint);
      const width = has
        ? Math.round((font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm)
        : 0;
      advances.set(codePoint, width);
      return width;
    },
  };
}

/** A font, reduced to measuring text and finding glyphs. */
export interface Font {
  readonly name: string;
  /** Advance width in 1/1000 em; 0 for a missing glyph. */
  advance(codePoint: number): number;
}

function open(fontkit: typeof import('fontkit'), bytes: Uint8Array): FontFile {
  let file: FontFile | FontCollection;
  try {
    file = fontkit.create(Buffer.from(bytes));
    // Tables are read on demand; this access exposes a truncated file.
    if ('glyphForCodePoint' in file && file.glyphForCodePoint(0x41).advanceWidth >= 0) return file;
  } catch (cause) {
    const isOther = (cause as Error).message === 'Unknown font format';
    throw new Error(isOther ? 'it is no font' : 'it is broken', { cause });
  }
  throw new Error('it is a collection of fonts');
}
