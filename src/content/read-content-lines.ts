import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeText } from './normalize-text.ts';
import { MAX_BYTES, placeOf } from './place-of.ts';
import { splitLines } from './source-file.ts';

/** Gives the lines of files below the root, as findings count them; null for what is no text, or not there. */
export function readContentLines(root: string): (file: string) => readonly string[] | null {
  return (file) => {
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
  };
}
