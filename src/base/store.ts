import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import * as v from 'valibot';
import { digestOf } from './changed.ts';
import { CliError, type Wording, wording } from './errors.ts';
import { sweepUnfinished, unfinishedPath, writeFiles } from './files.ts';
import { warn } from './terminal.ts';

/** A cache of files by key. It never fails: what is missing or damaged reads as null, and the caller makes it again. */
export interface Store {
  /** The bytes that were put, verified by digest; else null. */
  get(key: string): Buffer | null;
  put(key: string, bytes: Uint8Array): void;
  /** Like `get`, for JSON that matches the schema. */
  getJson<T>(key: string, schema: v.GenericSchema<unknown, T>): T | null;
  putJson(key: string, value: unknown): void;
  /** Removes everything put since the store was opened. */
  forget(): void;
  trim(bounds: Bounds): void;
}

/** What trimming keeps, most recently used first. */
export interface Bounds {
  /** Number of files and folders to keep in any case. */
  readonly entries?: number;
  /** Number to keep while another process may be using them. */
  readonly most?: number;
  readonly bytes?: number;
}

/** A relative path with forward slashes, as a stored list of files may contain: none that leads out of the folder. */
export const PathBelow = v.pipe(
  v.string(),
  v.check((path) => path.split('/').every((name) => !/^\.{0,2}$|[\\\0]|^[A-Za-z]:/.test(name))),
);

/** Letters, digits, dots, hyphens; no path. */
const KEY = /^\w[\w.-]{0,99}$/;
const DIGEST_LENGTH = 43;
/** Larger than the PDF of any meetup. */
const LARGEST_BYTES = 2 ** 30;
/** No other process still uses what was not used for this long. */
const UNUSED_MS = 3_600_000;
/** A server may run in a meetup's folder for days. */
const MEETUPS: Bounds = { entries: 24, most: 400, bytes: 2 * 2 ** 30 };
/** Signs of a checkout, whose files may come from anybody. */
const CHECKOUT = ['.git', '.hg', join('content', 'event.md')];
/** Result by requested place: the folder, or null. */
const known = new Map<string, string | null>();

/**
 * Absolute path of an existing folder shared by all meetups of this user. Null if there is no cache.
 * @param name a key
 */
export function sharedFolder(name: string, env: NodeJS.ProcessEnv = process.env): string | null {
  return folderIn(cacheRoot(env), name);
}

/**
 * Absolute path of an existing folder for one meetup. Null if there is no cache.
 * @param root the meetup's folder, absolute
 * @param name a key
 */
export function meetupFolder(root: string, name: string): string | null {
  const meetups = sharedFolder('meetups');
  if (meetups === null) return null;
  const key = digestOf(realPath(root), 'hex').slice(0, 20);
  const own = join(meetups, key);
  if (!existsSync(own)) trimFolder(meetups, MEETUPS);
  const folder = folderIn(folderIn(meetups, key), name);
  touch(own);
  return folder;
}

/** @param folder from `sharedFolder` or `meetupFolder`; null to store nothing */
export function openStore(folder: string | null): Store {
  const put = new Set<string>();
  const store: Store = {
    get: (key) => {
      if (folder === null) return null;
      const path = pathOf(folder, key);
      const bytes = readPlainFile(path);
      if (bytes === null) return null;
      const rest = bytes.subarray(DIGEST_LENGTH);
      if (digestOf(rest) !== bytes.toString('latin1', 0, DIGEST_LENGTH)) return null;
      touch(path);
      return rest;
    },
    put: (key, bytes) => {
      if (folder === null) return;
      const path = pathOf(folder, key);
      put.add(path);
      try {
        writeFiles(folder, [{ path: key, content: Buffer.concat([Buffer.from(digestOf(bytes)), bytes]) }]);
      } catch (cause) {
        if (!(cause instanceof CliError)) throw cause;
      }
    },
    getJson: (key, schema) => {
      const bytes = store.get(key);
      if (bytes === null) return null;
      try {
        const parsed = v.safeParse(schema, JSON.parse(bytes.toString('utf8')));
        return parsed.success ? parsed.output : null; // Written by another version if it does not match.
      } catch {
        return null;
      }
    },
    putJson: (key, value) => store.put(key, Buffer.from(JSON.stringify(value))),
    forget: () => {
      for (const path of put) tryTo(() => rmSync(path, { force: true }));
      put.clear();
    },
    trim: (bounds) => {
      if (folder !== null) trimFolder(folder, bounds);
    },
  };
  return store;
}

/**
 * Stores a folder under a key: makes it beside its place, then renames it, so that it is always complete.
 * @param make writes the files into the existing folder that it is given
 * @param isSound whether a folder put there meanwhile by another process is as good
 * @returns its path
 * @throws what `make` throws, and errors of the file system
 */
export async function keepFolder(
  folder: string,
  key: string,
  make: (unfinished: string) => Promise<void>,
  isSound: (kept: string) => Promise<boolean>,
): Promise<string> {
  const kept = pathOf(folder, key);
  const unfinished = unfinishedPath(kept);
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await make(unfinished);
    if (await isSound(kept)) return kept;
    await rm(kept, { recursive: true, force: true });
    await rename(unfinished, kept).catch(async (cause: unknown) => {
      if (!(await isSound(kept))) throw cause;
    });
    return kept;
  } finally {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
  }
}

/** Removes unfinished files from a folder, then the least recently used ones until the rest is within bounds. */
export function trimFolder(
  folder: string,
  { entries = Infinity, most = entries, bytes = Infinity }: Bounds,
): void {
  tryTo(() => {
    let sum = 0;
    for (const [place, { path, usedMs }] of byLastUse(folder).entries()) {
      const isInUse = most > entries && Date.now() - usedMs < UNUSED_MS;
      if (bytes < Infinity) sum += sizeOf(path);
      if (place < (isInUse ? most : entries) && (isInUse || sum <= bytes)) continue;
      tryTo(() => rmSync(path, { recursive: true, force: true }));
    }
  });
}

/** Marks a path as used now, so that trimming keeps it. */
export function touch(path: string): void {
  const now = new Date();
  tryTo(() => utimesSync(path, now, now));
}

/** Bytes of a regular file owned by this user; null for links, devices and files of others. */
export function readPlainFile(path: string, largest: number = LARGEST_BYTES): Buffer | null {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a pipe would block.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return null;
  }
  try {
    const stats = fstatSync(file);
    return stats.isFile() && isOurs(stats.uid) && stats.size <= largest ? readFileSync(file) : null;
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/**
 * Makes sure that only this user can write to a folder: code is run from there.
 * @param folder absolute; created if missing
 * @returns its real path, or what is wrong with it; null if it cannot be created
 */
export function ownFolder(folder: string): { readonly path: string } | { readonly problem: Wording } | null {
  try {
    const link = linkOfOthers(folder);
    if (link !== null) return { problem: wording`${link} is a link that somebody else has made` };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = realpathSync(folder);
    const { uid, mode } = lstatSync(path);
    if (!isOurs(uid)) return { problem: wording`${path} belongs to somebody else` };
    // Windows has no such modes.
    if (process.platform !== 'win32' && (mode & 0o022) !== 0)
      return { problem: wording`others may write into ${path}` };
    const checkout = checkoutOf(path);
    return checkout === null
      ? { path }
      : { problem: wording`it lies in ${checkout}, where others may bring files` };
  } catch {
    return null;
  }
}

/** The user's cache folder for talkdeck, or null. A problem with an existing one is reported once. */
function cacheRoot({ TALKDECK_CACHE: named }: NodeJS.ProcessEnv): string | null {
  const place = named ? resolve(named) : envPaths('talkdeck', { suffix: '' }).cache;
  const before = known.get(place);
  if (before !== undefined) return before;
  // XDG: relative paths are ignored.
  const own = isAbsolute(place) ? ownFolder(place) : null;
  if (own && 'problem' in own) {
    warn(
      wording`The cache ${place} is not used, because ${own.problem}. TALKDECK_CACHE names another folder.`,
    );
  }
  const root = own && 'path' in own ? own.path : null;
  known.set(place, root);
  return root;
}

/** The first link on the way to a folder made by neither this user nor root. */
function linkOfOthers(folder: string): string | null {
  for (let path = folder; ; path = dirname(path)) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink() && !isOurs(stats.uid) && stats.uid !== 0) return path;
    if (path === dirname(path)) return null;
  }
}

/** The enclosing checkout, below the home folder: people may keep their whole home in one. */
function checkoutOf(folder: string): string | null {
  const home = realPath(homedir());
  for (let path = folder; path !== home && path !== dirname(path); path = dirname(path)) {
    if (CHECKOUT.some((name) => existsSync(join(path, name)))) return path;
  }
  return null;
}

function isOurs(uid: number): boolean {
  const own = process.getuid?.();
  return own === undefined || own === uid;
}

function folderIn(folder: string | null, name: string): string | null {
  if (folder === null) return null;
  const path = pathOf(folder, name);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return lstatSync(path).isDirectory() ? path : null;
  } catch {
    return null;
  }
}

function pathOf(folder: string, key: string): string {
  if (!KEY.test(key)) throw new Error(`"${key}" is no key`);
  return join(folder, key);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** Most recently used first. */
function byLastUse(folder: string): readonly { readonly path: string; readonly usedMs: number }[] {
  return sweepUnfinished(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats ? [{ path, usedMs: stats.mtimeMs }] : [];
    })
    .sort((a, b) => b.usedMs - a.usedMs);
}

function sizeOf(path: string): number {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.size ?? 0;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** Ignores failures to tidy up: the next command tries again. */
function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // Another process may have tidied up.
  }
}
