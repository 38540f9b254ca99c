import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeText } from './normalize-text.ts';
import { MAX_BYTES, placeOf } from './place-of.ts';
import { splitLines } from './source-file.ts';

/**
 * Gives the lines of files below the root, as findings count them; null for what is no text, or not there. Each file
 * is read once: whoever reports later findings asks for another reader.
 */
export function readContentLines(root: string): (file: string) => readonly string[] | null {
  const known = new Map<string, readonly string[] | null>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(file));
    return known.get(file) ?? null;
  };

  function read(file: string): readonly string[] | null {
    try {
      const place = placeOf(root, file);
      if (place.refused !== null || place.size > MAX_BYTES) return null;
      const text = readFileSync(join(root, file), 'utf8');
      // Somebody's word processor file, or an image.
      if (text.includes('\0')) return null;
      return splitLines(normalizeText(text));
    } catch {
      return null;
    }
  }
}
