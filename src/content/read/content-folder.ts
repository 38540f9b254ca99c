import { readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { CliError } from '../../base/errors.ts';
import { type Memory, NO_MEMORY } from '../../base/memory.ts';
import { FILE_LIMITS, FileReader, type ReadRules } from '../../base/read-file.ts';
import { normalizeText, splitLines } from '../summary/source-file.ts';

export const CONTENT_FOLDER = 'content';

/** For what summaries name, and for summaries. @param kind what the file is to be */
export function contentRules(root: string, kind: keyof typeof FILE_LIMITS): ReadRules {
  return { place: { within: join(root, CONTENT_FOLDER) }, limit: FILE_LIMITS[kind] };
}

/**
 * For the transcript. In content/, where a pull request may have put it, it is a file as any other there. event.md is
 * the organiser's, and may name one anywhere else; but then that file, and no link that somebody put in its place.
 * @param path absolute
 */
export function transcriptRules(root: string, path: string): ReadRules {
  const way = relative(resolve(root, CONTENT_FOLDER), path);
  const isOutside = isAbsolute(way) || /^\.\.(?:[\\/]|$)/.test(way);
  const { place, limit } = contentRules(root, 'transcript');
  return { place: isOutside ? { unlinkedFrom: root } : place, limit };
}

/**
 * The names in a folder; null where there is no folder.
 * @throws CliError where it cannot be read
 */
export function listFolder(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CliError(`Cannot read ${folder}: ${message}`, null, { cause });
  }
}

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
