import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { type Diagnostic, error, FILE_START } from '../diagnostics/diagnostic.ts';
import { type Memory, NO_MEMORY } from '../memory.ts';
import { stampOf } from '../stamp-of.ts';
import { byOrder } from './by-order.ts';
import { listFolder } from './list-folder.ts';
import { normalizeText } from './normalize-text.ts';
import { CONTENT_FOLDER, MAX_BYTES, placeOf, type RealFolder, realFolders } from './place-of.ts';
import type { SourceFile } from './source-file.ts';

const REPLACEMENT = Buffer.from('\uFFFD');

export interface ContentFiles {
  readonly event: SourceFile | null;
  /** In the order of their names. */
  readonly talks: readonly SourceFile[];
  readonly exchanges: readonly SourceFile[];
  /** Files that look like summaries but stand or are called so that they are not read; below the root. */
  readonly ignored: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the content folder below `root`.
 * @param memory of the times before; a file whose stamp is the same is not read again
 * @throws CliError where there is no content folder.
 */
export function readContent(root: string, memory: Memory = NO_MEMORY): ContentFiles {
  const diagnostics: Diagnostic[] = [];
  const names = listFiles(join(root, CONTENT_FOLDER));
  if (names === null) {
    throw new CliError(
      `There is no content/ folder in ${root}.`,
      'Run talkdeck where your content/ folder is, or name that place with --root DIR.',
    );
  }
  const looks = { root, realFolder: realFolders(), memory, diagnostics };
  const read = (path: string) => readSource(`${CONTENT_FOLDER}/${path}`, looks);
  const folder = (name: string) =>
    (listFiles(join(root, CONTENT_FOLDER, name)) ?? [])
      .filter(isSummary)
      .map((file) => read(`${name}/${file}`))
      .filter((file) => file !== null);

  const talks = folder('talks');
  if (talks.length === 0 && diagnostics.length === 0) {
    diagnostics.push(error(`${CONTENT_FOLDER}/talks`, FILE_START, 'no-talks', { folder: 'content/talks' }));
  }
  const event = names.includes('event.md') ? read('event.md') : null;
  if (!names.includes('event.md')) {
    diagnostics.push(
      error(`${CONTENT_FOLDER}/event.md`, FILE_START, 'file-missing', { name: 'content/event.md' }),
    );
  }
  return { event, talks, exchanges: folder('qa'), ignored: ignoredFiles(root, ''), diagnostics };
}

/** Text where a summary would be read, and Markdown where none is. Drafts may begin with `_`. */
function ignoredFiles(root: string, below: string): readonly string[] {
  const folder = join(root, CONTENT_FOLDER, below);
  // A link is not followed: it may lead back up.
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const atTop = below === '';
  const holdsSummaries = below === 'talks' || below === 'qa';
  return (listFiles(folder) ?? []).flatMap((name) => {
    if (/^[._~#]/.test(name) || (atTop && (name === 'event.md' || name === 'assets'))) return [];
    const path = atTop ? name : `${below}/${name}`;
    if (!isText(name)) return ignoredFiles(root, path);
    const isRead = holdsSummaries && isSummary(name);
    return isRead || (atTop && /\.txt$/i.test(name)) ? [] : [`${CONTENT_FOLDER}/${path}`];
  });
}

function isText(name: string): boolean {
  return (
    /^[^._~#].*\.(?:md|markdown|mdown|mdx|txt|docx?|rtf)$/is.test(name) && name.toLowerCase() !== 'readme.md'
  );
}

/** Markdown files, but not an editor's lock and backup files nor a folder's README. A name may hold a line's end. */
function isSummary(name: string): boolean {
  return /^[^._~#].*\.md$/is.test(name) && name.toLowerCase() !== 'readme.md';
}

function listFiles(folder: string): readonly string[] | null {
  return listFolder(folder)?.toSorted(byOrder) ?? null;
}

interface Looks {
  readonly root: string;
  readonly realFolder: RealFolder;
  readonly memory: Memory;
  readonly diagnostics: Diagnostic[];
}

function readSource(path: string, { root, realFolder, memory, diagnostics }: Looks): SourceFile | null {
  const place = placeOf(root, path, realFolder);
  if (place.refused !== null) {
    diagnostics.push(error(path, FILE_START, 'file-refused', { because: place.refused }));
    return null;
  }
  const { size } = place.stats;
  if (size > MAX_BYTES) {
    diagnostics.push(
      error(path, FILE_START, 'file-too-large', { part: 'file', bytes: size, limit: MAX_BYTES }),
    );
    return null;
  }
  const { source, found } = memory.recall(`source ${path}`, stampOf(place.stats), () => {
    const bytes = readBytes(join(root, path));
    if (!isUtf8(bytes)) return { source: null, found: [invalidUtf8(path, bytes)] };
    return { source: { path, text: normalizeText(bytes.toString('utf8')) }, found: [] };
  });
  diagnostics.push(...found);
  return source;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new CliError(`Cannot read ${path}: ${(cause as Error).message}`, null, { cause });
  }
}

function invalidUtf8(path: string, bytes: Buffer): Diagnostic {
  const text = bytes.toString('utf8');
  let index = text.indexOf('\uFFFD');
  let offset = Buffer.byteLength(text.slice(0, index));
  // A replacement character that was typed as such is valid; the decoder's own is what we look for.
  while (bytes.subarray(offset, offset + 3).equals(REPLACEMENT)) {
    const next = text.indexOf('\uFFFD', index + 1);
    offset += Buffer.byteLength(text.slice(index, next));
    index = next;
  }
  const before = normalizeText(text.slice(0, index)).split('\n');
  const column = (before.at(-1) ?? '').length + 1;
  return error(path, { line: before.length, column, length: 1 }, 'invalid-utf8', { offset });
}
