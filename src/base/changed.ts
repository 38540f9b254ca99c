import { createHash } from 'node:crypto';
import { type Dirent, type PathLike, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file whose stamp has not changed has not either. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  /** Null where that is sure; else another number each time. */
  readonly unsure: number | null;
}

/** Packages, among which tools keep what they like. */
const PACKAGES = 'node_modules';
/** Within this time a second change may leave no trace: some file systems count whole seconds. */
const FRESH_MS = 2_500;
/** Files get their times from a clock that may be so much behind. */
const CLOCK_MS = 10;
let taken = 0;

/**
 * A digest of what files contain, the same on every machine. signatureOf is faster, and holds on one.
 * @param paths absolute; folders are taken with all that is in them, except packages; what cannot be read counts as empty
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
 * A digest of the state of files and folders, from their sizes, times and inode numbers, as `make` and
 * `git` tell whether something changed.
 * @param paths absolute; folders are taken with all that is in them; what does not exist counts as such
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
 * Tells whether a theme was touched: where two of them are the same, nothing was edited in between, nor edited and
 * undone. Without the packages.
 * @param folders absolute
 */
export function themeSignature(folders: readonly string[]): string {
  const entries = folders.flatMap((folder) => list(folder).map(({ name }) => ({ folder, name })));
  return signatureOf(
    entries.filter(({ name }) => isNoPackage(name)).map(({ folder, name }) => join(folder, name)),
  );
}

/**
 * What tells whether a file has changed, as `make` and `git` do. To be taken before the file is read; no two stamps of
 * one that has just been written are equal.
 */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  const isFresh = Date.now() - Math.max(mtimeMs, ctimeMs) < FRESH_MS;
  if (isFresh) taken += 1;
  return { size, mtimeMs, ctimeMs, ino, unsure: isFresh ? taken : null };
}

/**
 * Size in bytes and time of change in milliseconds: what stays the same where a cache and what it was made of are
 * restored on another machine, which gives files other inode numbers. For what is installed, and not edited.
 * @throws where it cannot be looked at
 */
export function installedStamp(path: PathLike): [size: number, mtimeMs: number] {
  const { size, mtimeMs } = statSync(path);
  return [size, mtimeMs];
}

/** Null where there is nothing. @throws where it cannot be looked at */
export function stampAt(path: PathLike): Stamp | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? stampOf(stats) : null;
}

/** Whether a file was saved since a moment, in milliseconds; null is no file. */
export function isNewer(path: string | null, since: number): boolean {
  const stats = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.ctimeMs >= since - CLOCK_MS;
}

interface Found {
  /** Below the folder where the walk began, with a slash before it. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** Whether it has content to read; a link to a folder has none, and is not followed: it may lead back here. */
  readonly isFile: boolean;
}

/** All that is in a folder, in the order of names; nothing where it is none. */
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

/** What cannot be looked at counts as not there; whoever reads it says what is wrong with it. */
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
    // What is none would be waited for.
    return statSync(file).isFile() ? readFileSync(file) : new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}
