import { createHash } from 'node:crypto';
import { type Dirent, type PathLike, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

type DigestEncoding = 'base64url' | 'hex';

/** State of a file at one moment. Equal stamps mean an unchanged file. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  /** Null for a settled file; for one written too recently to be sure, a number that never repeats. */
  readonly unsure: number | null;
}

/** Skipped: tools keep files of their own in there. */
const PACKAGES = 'node_modules';
/** Some file systems count whole seconds, so a second change within this time may leave the stamp as it was. */
const FRESH_MS = 2_500;
/** File times come from a clock that may lag behind Date.now() by this much. */
const CLOCK_MS = 10;
let taken = 0;

/** SHA-256 of one content. For names of files choose `hex`: some file systems ignore case. */
export function digestOf(content: string | Uint8Array, encoding: DigestEncoding = 'base64url'): string {
  return createHash('sha256').update(content).digest(encoding);
}

/** SHA-256 of several contents in order; boundaries between them are significant. */
export function digestOfAll(
  contents: Iterable<string | Uint8Array>,
  encoding: DigestEncoding = 'base64url',
): string {
  const hash = createHash('sha256');
  for (const content of contents) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    hash.update(`${bytes.length}\0`).update(bytes);
  }
  return hash.digest(encoding);
}

/**
 * Digest of file contents, the same on every machine. `signatureOf` is faster but valid on one machine only.
 * @param paths absolute; folders are read recursively, without node_modules; unreadable files count as empty
 */
export function contentDigest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (name: string, file: string) => {
    const bytes = read(file);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  };
  for (const path of paths) {
    if (!stat(path)?.isDirectory()) add('', path);
    for (const { name, file, isFile } of walk(path, isNoPackage)) if (isFile) add(name, file);
  }
  return hash.digest('base64url');
}

/**
 * Digest of the state of files and folders: their sizes, times and inode numbers, the way `make` and `git` detect
 * changes.
 * @param paths absolute; folders are read recursively; missing ones are part of the digest
 */
export function signatureOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (file: string): Stats | null => {
    const stats = stat(file);
    hash.update(
      stats ? `${file}\0${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}\n` : `${file}\0-\n`,
    );
    return stats;
  };
  for (const path of paths) {
    if (add(path)?.isDirectory()) for (const { file } of walk(path)) add(file);
  }
  return hash.digest('base64url');
}

/**
 * State of each file in folders, by absolute path, without node_modules. Two equal states mean an unchanged file.
 * @param folders absolute; missing ones have none
 */
export function fileStates(folders: readonly string[]): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const folder of folders) {
    for (const { file, isFile } of walk(folder, isNoPackage)) {
      const stats = isFile ? stat(file) : null;
      if (stats) states.set(file, `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`);
    }
  }
  return states;
}

/**
 * Signature of a theme, without node_modules. Two equal ones mean that nothing was edited in between, not even edited
 * and undone.
 * @param folders absolute
 */
export function themeSignature(folders: readonly string[]): string {
  const entries = folders.flatMap((folder) => list(folder).map(({ name }) => ({ folder, name })));
  return signatureOf(
    entries.filter(({ name }) => isNoPackage(name)).map(({ folder, name }) => join(folder, name)),
  );
}

/** Takes the stamp of a file. Call it before reading the file. Stamps of a file written just now are never equal. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  const isFresh = Date.now() - Math.max(mtimeMs, ctimeMs) < FRESH_MS;
  if (isFresh) taken += 1;
  return { size, mtimeMs, ctimeMs, ino, unsure: isFresh ? taken : null };
}

/**
 * Size in bytes and mtime in milliseconds. These survive restoring a cache and its sources on another machine, where
 * inode numbers differ. For installed files, which nobody edits.
 * @throws if the path cannot be read
 */
export function installedStamp(path: PathLike): [size: number, mtimeMs: number] {
  const { size, mtimeMs } = statSync(path);
  return [size, mtimeMs];
}

/** Null for a missing path. @throws if the path cannot be read */
export function stampAt(path: PathLike): Stamp | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? stampOf(stats) : null;
}

/** Whether a file was saved after `since`, in milliseconds; false for null or a missing file. */
export function isNewer(path: string | null, since: number): boolean {
  const stats = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.ctimeMs >= since - CLOCK_MS;
}

interface Found {
  /** Path below the root of the walk, with a leading slash. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** Whether it has content to read. A link to a folder has none and is not followed, as it may lead back up. */
  readonly isFile: boolean;
}

/** Everything in a folder, recursively, sorted by name; nothing if it is not a folder. */
function* walk(folder: string, isWanted = (_name: string): boolean => true, below = ''): Generator<Found> {
  for (const entry of list(folder)) {
    if (!isWanted(entry.name)) continue;
    const [name, file] = [`${below}/${entry.name}`, join(folder, entry.name)];
    const isFolder = entry.isDirectory();
    yield { name, file, isFile: !isFolder && !(entry.isSymbolicLink() && stat(file)?.isDirectory()) };
    if (isFolder) yield* walk(file, isWanted, name);
  }
}

function isNoPackage(name: string): boolean {
  return name !== PACKAGES;
}

/** Null if unreadable: whoever reads the file reports the error. */
function stat(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function read(file: string): Uint8Array {
  try {
    // Reading a pipe or a device would block.
    return statSync(file).isFile() ? readFileSync(file) : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
