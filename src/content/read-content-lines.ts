import { join } from 'node:path';
import { FileReader } from '../base/read-file.ts';
import { type Memory, NO_MEMORY } from '../memory.ts';
import { contentRules } from './content-folder.ts';
import { normalizeText } from './normalize-text.ts';
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
  const files = new FileReader(memory);
  const rules = contentRules(root, 'summary');
  const known = new Map<string, readonly string[] | null>();
  return (file) => {
    if (!known.has(file)) {
      const read = files.read(join(root, file), rules, `lines ${file}`, linesOf);
      known.set(file, read.state === 'ok' ? read.value : null);
    }
    return known.get(file) ?? null;
  };
}

/** Null for somebody's word processor file, or an image. */
function linesOf(bytes: Buffer): readonly string[] | null {
  const text = bytes.toString('utf8');
  return text.includes('\0') ? null : splitLines(normalizeText(text));
}
