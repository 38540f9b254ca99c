import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { stampOf } from './changed.ts';
import { type Wording, wording } from './errors.ts';
import { type Memory, NO_MEMORY } from './memory.ts';

/** Most bytes to read from a file, by kind. A larger file got there by mistake or is meant to do harm. */
export const FILE_LIMITS = {
  /** A page or two of text. */
  summary: 2 * 1024 ** 2,
  /** Three days of subtitles with a time for each word, or a hundred hours of talk. */
  transcript: 96 * 1024 ** 2,
  /** An unprocessed photo from the largest cameras. */
  image: 64 * 1024 ** 2,
  /** A complete Chinese, Japanese or Korean family in one file. */
  font: 64 * 1024 ** 2,
  /** Ten minutes of screen recording; anything longer does not belong in a repository. */
  video: 100 * 1024 ** 2,
  template: 2 * 1024 ** 2,
  /** Files in slides/ and in themes. */
  other: 256 * 1024 ** 2,
} as const;

/** Which files may be read, and from where. */
export interface ReadRules {
  /**
   * `within`: an absolute folder that must contain the file after all links are followed. `unlinkedFrom`: the file may
   * lie anywhere, but without links on the path from this folder. `anywhere`: links are followed, for files that only
   * the organiser names.
   */
  readonly place: { readonly within: string } | { readonly unlinkedFrom: string } | 'anywhere';
  readonly limit: number;
}

/** Why a file was not read. */
export type NotRead =
  | { readonly state: 'missing' }
  /** `loop`: it leads back to itself. */
  | { readonly state: 'broken-link'; readonly loop: boolean }
  /** It is not in the folder that must contain it. */
  | { readonly state: 'outside' }
  /** It is a link, or reached through one, where links are not allowed. */
  | { readonly state: 'linked' }
  /** `found`: what it is instead, with an article. */
  | { readonly state: 'no-file'; readonly found: FileKind }
  | { readonly state: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly state: 'unreadable'; readonly reason: string };

export type Read<T> = { readonly state: 'ok'; readonly value: T } | NotRead;

/**
 * Reads files that others name or contribute: regular files only, from allowed places, up to a size. Nothing else is
 * opened: a pipe or a device could block forever, a link could lead to any file of the machine. Use one reader for one
 * batch of reads: it caches the real path of each folder.
 */
export class FileReader {
  readonly #memory: Memory;
  readonly #folders = new Map<string, string>();

  /** @param memory of earlier reads; a file with the same stamp is not read again */
  constructor(memory: Memory = NO_MEMORY) {
    this.#memory = memory;
  }

  /**
   * The result of `make` for the bytes of a file.
   * @param path absolute
   * @param key what is made of which file, for the memory
   * @param make also gets the real path, with all links followed
   * @param input whatever else `make` depends on
   */
  read<T>(
    path: string,
    rules: ReadRules,
    key: string,
    make: (bytes: Buffer, real: string) => T,
    input: unknown = null,
  ): Read<T> {
    try {
      const { real, stats } = this.#look(path, rules);
      const value = this.#memory.recall(key, { stamp: stampOf(stats), input }, () =>
        make(readReal(real, rules.limit), real),
      );
      return { state: 'ok', value };
    } catch (cause) {
      return notRead(cause, path);
    }
  }

  /** Whether an existing folder lies outside another after links are followed. @throws as `realpath` does */
  leaves(path: string, folder: string): boolean {
    return !isBelow(realpathSync.native(path), this.#realFolder(folder));
  }

  #look(path: string, { place, limit }: ReadRules): Found {
    // Checked before any system call: `..` may pass through folders that do not exist.
    const within = typeof place === 'object' && 'within' in place ? place.within : null;
    if (within !== null && !isBelow(path, within)) throw new Refusal({ state: 'outside' });
    const isLink = lstatSync(path).isSymbolicLink();
    const real = isLink ? realpathSync.native(path) : join(this.#realFolder(dirname(path)), basename(path));
    if (within !== null && !isBelow(real, this.#realFolder(within))) throw new Refusal({ state: 'outside' });
    if (typeof place === 'object' && 'unlinkedFrom' in place) {
      const way = relative(place.unlinkedFrom, path);
      if (real !== resolve(this.#realFolder(place.unlinkedFrom), way)) throw new Refusal({ state: 'linked' });
    }
    const stats = lstatSync(real);
    refuseUnfit(stats, limit);
    return { real, stats };
  }

  #realFolder(folder: string): string {
    const real = this.#folders.get(folder) ?? realpathSync.native(folder);
    this.#folders.set(folder, real);
    return real;
  }
}

/** Like `FileReader.read`, for a single file. */
export function readFile(path: string, rules: ReadRules): Read<Buffer> {
  return new FileReader().read(path, rules, path, (bytes) => bytes);
}

/** Reason for messages, after "cannot be read: ". */
export function whyNotRead(not: NotRead): Wording {
  switch (not.state) {
    case 'missing':
      return wording`there is no such file`;
    case 'broken-link':
      return not.loop
        ? wording`ELOOP: it is a link that leads back to itself`
        : wording`it is a link that leads nowhere`;
    case 'outside':
      return wording`it is a link that leads out of the folder that it must lie in`;
    case 'linked':
      return wording`it is a link, or one is on the way to it`;
    case 'no-file':
      return wording`it is ${WORDED[not.found]}, and no file`;
    case 'too-large':
      return wording`it has ${mebibytes(not.bytes)}, and may have ${mebibytes(not.limit)}`;
    case 'unreadable':
      return wording`${not.reason}`;
  }
}

type FileKind = 'a folder' | 'a pipe' | 'a socket' | 'a device';

const WORDED: Readonly<Record<FileKind, Wording>> = {
  'a folder': wording`a folder`,
  'a pipe': wording`a pipe`,
  'a socket': wording`a socket`,
  'a device': wording`a device`,
};

interface Found {
  /** With all links followed. */
  readonly real: string;
  readonly stats: Stats;
}

class Refusal extends Error {
  readonly not: NotRead;

  constructor(not: NotRead) {
    super(not.state);
    this.not = not;
  }
}

/** Undefined on Windows, which has no such links or pipes below a folder. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
/** Editors replace a file with a new one when saving. A file replaced at every try is an attack. */
const TRIES = 5;

/**
 * The bytes of a file checked a moment ago. Someone may have replaced it since, or put a link in place of a folder on
 * the way, so the check is repeated on the open descriptor, which must also be the file at the real path.
 */
function readReal(real: string, limit: number): Buffer {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const file = openSync(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    try {
      const stats = fstatSync(file);
      refuseUnfit(stats, limit);
      const folder = dirname(real);
      if (realpathSync.native(folder) !== folder) continue;
      const there = lstatSync(real);
      if (there.ino === stats.ino && there.dev === stats.dev) return readOpen(file, stats.size, limit);
    } finally {
      closeSync(file);
    }
  }
  throw new Refusal({ state: 'unreadable', reason: 'something else is put in its place all the time' });
}

/** @param size as reported; the file may be growing */
function readOpen(file: number, size: number, limit: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  // One byte extra detects the end of the file without a second read.
  for (let room = size + 1; ; room = 64 * 1024) {
    const part = Buffer.allocUnsafe(Math.min(room, limit + 1 - length));
    const count = readSync(file, part, 0, part.length, null);
    length += count;
    if (length > limit) throw new Refusal({ state: 'too-large', bytes: length, limit });
    if (count > 0) parts.push(part.subarray(0, count));
    if (count === 0) return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, length);
  }
}

function refuseUnfit(stats: Stats, limit: number): void {
  if (!stats.isFile()) throw new Refusal({ state: 'no-file', found: kindOf(stats) });
  if (stats.size > limit) throw new Refusal({ state: 'too-large', bytes: stats.size, limit });
}

function kindOf(stats: Stats): FileKind {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[a-z]:|[\\/])/i.test(way);
}

function notRead(cause: unknown, path: string): NotRead {
  if (cause instanceof Refusal) return cause.not;
  const { code, message } = cause as NodeJS.ErrnoException;
  if (typeof code !== 'string') throw cause;
  if (code === 'ELOOP') return { state: 'broken-link', loop: true };
  if (code === 'ENOENT') {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    return isLink ? { state: 'broken-link', loop: false } : { state: 'missing' };
  }
  // ERR_INVALID_ARG_VALUE: a name that no file can have.
  if (code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return { state: 'missing' };
  // The rest of the message is the call and the path.
  return { state: 'unreadable', reason: message.split(',')[0] ?? '' };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
