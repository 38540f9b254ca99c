import { covers } from '../fonts/covers.ts';
import { needsGlyph } from '../fonts/needs-glyph.ts';

/** What no font has, in words, or null. @param text every character that a slide shows */
export function findMissingGlyphs(text: string): string | null {
  const missing = [...text].filter((char) => needsGlyph(char) && !covers(char.codePointAt(0) ?? 0));
  if (missing.length === 0) return null;
  return `no font has ${missing.map(named).join(', ')}`;
}

function named(char: string): string {
  return `"${char}" (U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`;
}
