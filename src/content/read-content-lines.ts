import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Memory, NO_MEMORY } from '../memory.ts';
import { stampOf } from '../stamp-of.ts';
import { normalizeText } from './normalize-text.ts';
import { MAX_BYTES, placeOf, realFolders } from './place-of.ts';
import { splitLines } from './source-file.ts';

/**
 * Gives the lines of files below the root, as findings count them; null for what is no text, or not there. Each file
 * is read once: whoever reports later findings asks for another reader.
 * @param memory of readers before
 */
export function readContentLines(
  root: string,
  memory: Memory = NO_MEMORY,
): (file: string) => readonly string[] | null {
  const realFolder = realFolders();
  const known = new Map<string, readonly string[] | null>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(file));
    return known.get(file) ?? null;
  };

  function read(file: string): readonly string[] | null {
    try {
      const place = placeOf(root, file, realFolder);
      if (place.refused !== null || place.stats.size > MAX_BYTES) return null;
      return memory.recall(`lines ${file}`, stampOf(place.stats), () => {
        const text = readFileSync(join(root, file), 'utf8');
        // Somebody's word processor file, or an image.
        return text.includes('\0') ? null : splitLines(normalizeText(text));
      });
    } catch {
      return null;
    }
  }
}
