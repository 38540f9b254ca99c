import { readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { CliError, wording } from '../../base/errors.ts';
import { type Memory, NO_MEMORY } from '../../base/memory.ts';
import { FILE_LIMITS, FileReader, type ReadRules } from '../../base/read-file.ts';
import { normalizeText, splitLines } from '../summary/source-file.ts';

export const CONTENT_FOLDER = 'content';

/** Rules for reading summaries and files that they name. @param kind of file */
export function contentRules(root: string, kind: keyof typeof FILE_LIMITS): ReadRules {
  return { place: { within: join(root, CONTENT_FOLDER) }, limit: FILE_LIMITS[kind] };
}

/**
 * Rules for reading the transcript. In content/, where a pull request may have put it, it is treated like any other
 * file. Elsewhere it was named by the organiser in event.md, but must be that very file rather than a link that someone
 * put in its place.
 * @param path absolute
 */
export function transcriptRules(root: string, path: string): ReadRules {
  const way = relative(resolve(root, CONTENT_FOLDER), path);
  const isOutside = isAbsolute(way) || /^\.\.(?:[\\/]|$)/.test(way);
  const { place, limit } = contentRules(root, 'transcript');
  return { place: isOutside ? { unlinkedFrom: root } : place, limit };
}

/**
 * Names in a folder; null if there is no folder.
 * @throws CliError if it cannot be read
 */
export function listFolder(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CliError(wording`Cannot read ${folder}: ${message}`, null, { cause });
  }
}

/**
 * Returns a function that gives the lines of files below the root, as findings count them; null for missing and binary
 * files. Each file is read once, so later findings need a new reader.
 * @param memory of earlier readers
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

/** Null for binary files such as word processor documents or images. */
function linesOf(bytes: Buffer): readonly string[] | null {
  const text = bytes.toString('utf8');
  return text.includes('\0') ? null : splitLines(normalizeText(text));
}
