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
import { type Memory, NO_MEMORY } from './memory.ts';

/** The most that is read of a file, in bytes, by what it is. What is larger was put there by mistake, or to do harm. */
export const FILE_LIMITS = {
  /** A page or two of text. */
  summary: 2 * 1024 ** 2,
  /** Three days of subtitles, with a time for each word; a hundred hours of talk. */
  transcript: 96 * 1024 ** 2,
  /** A photograph of the largest cameras, not developed. */
  image: 64 * 1024 ** 2,
  /** A whole Chinese, Japanese and Korean family in one file. */
  font: 64 * 1024 ** 2,
  template: 2 * 1024 ** 2,
  /** What lies in slides/, and what a theme brings. */
  other: 256 * 1024 ** 2,
} as const;

/** Which files may be read. */
export interface ReadRules {
  /**
   * `within`: an absolute folder that the file must lie in when all links are followed. `unlinkedFrom`: the file may lie
   * in any folder, but no link may be on the way that leads there from this one. `anywhere`: links are followed, for
   * what only the organiser names.
   */
  readonly place: { readonly within: string } | { readonly unlinkedFrom: string } | 'anywhere';
  readonly limit: number;
}

/** Why a file was not read. */
export type NotRead =
  | { readonly state: 'missing' }
  /** `loop`: it leads back to itself. */
  | { readonly state: 'broken-link'; readonly loop: boolean }
  /** It does not lie in the folder that it must lie in. */
  | { readonly state: 'outside' }
  /** It is a link, or one is on the way to it, where none may be. */
  | { readonly state: 'linked' }
  /** `found`: in words, with an article. */
  | { readonly state: 'no-file'; readonly found: string }
  | { readonly state: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly state: 'unreadable'; readonly reason: string };

export type Read<T> = { readonly state: 'ok'; readonly value: T } | NotRead;

/**
 * Reads files that others name or bring: regular files only, from where they may lie, up to a size. What else they
 * are is never opened: a pipe or a device could make the reader wait for ever, a link could lead to any file of the
 * machine. One reader serves reads at one time: it looks up each folder once.
 */
export class FileReader {
  readonly #memory: Memory;
  readonly #folders = new Map<string, string>();

  /** @param memory of the reads before; a file whose stamp is the same is not read again */
  constructor(memory: Memory = NO_MEMORY) {
    this.#memory = memory;
  }

  /**
   * What `make` gives for the bytes of a file.
   * @param path absolute
   * @param key what is made of which file, for the memory
   * @param make gets the path with all links followed, too
   * @param input what else `make` looks at
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

  /** Whether a folder that is there lies outside of another one when links are followed. @throws as `realpath` does */
  leaves(path: string, folder: string): boolean {
    return !isBelow(realpathSync.native(path), this.#realFolder(folder));
  }

  #look(path: string, { place, limit }: ReadRules): Found {
    // Before anything is asked of the system: `..` may lead through folders that are not there.
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

/** As a reader does, of a single file. */
export function readFile(path: string, rules: ReadRules): Read<Buffer> {
  return new FileReader().read(path, rules, path, (bytes) => bytes);
}

/** For messages, behind "cannot be read: ". */
export function whyNotRead(not: NotRead): string {
  switch (not.state) {
    case 'missing':
      return 'there is no such file';
    case 'broken-link':
      return not.loop ? 'ELOOP: it is a link that leads back to itself' : 'it is a link that leads nowhere';
    case 'outside':
      return 'it is a link that leads out of the folder that it must lie in';
    case 'linked':
      return 'it is a link, or one is on the way to it';
    case 'no-file':
      return `it is ${not.found}, and no file`;
    case 'too-large':
      return `it has ${mebibytes(not.bytes)}, and may have ${mebibytes(not.limit)}`;
    case 'unreadable':
      return not.reason;
  }
}

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

/** Not on Windows, which has neither such links nor such pipes below a folder. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
/** Editors put a new file in an old one's place; somebody who does so all the time is up to something. */
const TRIES = 5;

/**
 * The bytes of what was looked at a moment ago. Somebody may have put something else in its place, or a link in the
 * place of a folder on the way: so the open file, and not its path, is what must be a file, and must be the one that
 * stands at the real path.
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

/** @param size that it has been said to have; it may be growing */
function readOpen(file: number, size: number, limit: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  // One byte more tells at once that there is no more.
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

function kindOf(stats: Stats): string {
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
  // The latter of a name that no file can have.
  if (code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return { state: 'missing' };
  // Messages go on with the call and the path.
  return { state: 'unreadable', reason: message.split(',')[0] ?? '' };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
