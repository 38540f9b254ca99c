import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError, wording } from './errors.ts';

export interface WriteReport {
  readonly written: readonly string[];
  /** Files that already had these bytes. */
  readonly unchanged: readonly string[];
}

export interface FileToWrite {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Unfinished files older than this are removed if their process is not running here. It may run on another machine that
 * shares the folder, but no write takes that long.
 */
const ABANDONED_MS = 60_000;
/**
 * Unfinished files older than this are removed in any case: where the system does not tell start times, the process
 * that is running may be a different one.
 */
const LONGEST_MS = 3_600_000;
/** Matches names made by `unfinishedPath`. */
const UNFINISHED = /\.talkdeck-(\d+(?:x[0-9a-z]+)?)(?:-[0-9a-f]+)?\.tmp$/;

/**
 * Writes files below `folder`, each completely or not at all: to a temporary name beside the target, then renamed. A
 * file that already has these bytes is left alone; a replaced one keeps its mode.
 * @param isPrecious whether to fsync: for handwritten content that nothing can regenerate
 * @throws CliError if `folder` is not writable, or if it or a folder below it on the way to a file is a link
 */
export function writeFiles(folder: string, files: readonly FileToWrite[], isPrecious = false): WriteReport {
  const written: string[] = [];
  const unchanged: string[] = [];
  const folders = new Set<string>();
  refuseLinkedFolders(folder, files);
  for (const { path, content } of files) {
    const target = join(folder, path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (hasBytes(target, bytes)) {
      unchanged.push(path);
      continue;
    }
    writeAtomically(target, bytes, folders, isPrecious);
    written.push(path);
  }
  return { written, unchanged };
}

/**
 * A pull request may replace a folder with a link, and files would be written wherever it leads.
 * @throws CliError if `folder`, or a folder below it that the files go to, is a link
 */
export function refuseLinkedFolders(folder: string, files: readonly Pick<FileToWrite, 'path'>[]): void {
  const below = files.flatMap(({ path }) => {
    const names = path.split('/').slice(0, -1);
    return names.map((_, depth) => join(folder, ...names.slice(0, depth + 1)));
  });
  for (const path of new Set([folder, ...below])) {
    if (isLink(path)) {
      throw new CliError(
        wording`${path} is a link, and nothing is written where it leads.`,
        wording`Remove the link, or put a folder in its place.`,
      );
    }
  }
}

/** A file in place of a folder is not a link, and is reported when writing. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/**
 * A temporary path beside `path` for a file or folder to be renamed when complete; `sweepUnfinished` knows the pattern.
 */
export function unfinishedPath(path: string): string {
  return `${path}.talkdeck-${processMark()}-${randomBytes(4).toString('hex')}.tmp`;
}

/**
 * Removes what dead processes left unfinished in a folder.
 * @returns names of everything else in the folder
 */
export function sweepUnfinished(folder: string): readonly string[] {
  const names = readdirSync(folder);
  const unfinished = names.filter((name) => UNFINISHED.test(name));
  for (const name of unfinished) {
    const path = join(folder, name);
    const [, mark = ''] = UNFINISHED.exec(name) ?? [];
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > (isRunning(mark) ? LONGEST_MS : ABANDONED_MS)) removeIfThere(path);
  }
  return names.filter((name) => !unfinished.includes(name));
}

/**
 * Marks a process in the names of files that another process may have to remove: its id and, on Linux, where ids are
 * soon reused, its start time: `4711` or `4711x1n9d`.
 */
export function processMark(pid: number = process.pid): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // proc_pid_stat(5): the second field, a name in parentheses, may contain anything; the 22nd is the start time, in
    // ticks since boot.
    const began = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isSafeInteger(began) ? `${pid}x${began.toString(36)}` : `${pid}`;
  } catch {
    return `${pid}`;
  }
}

/**
 * Whether the process of a mark is running on this machine (or in this container), whoever owns it. Without start
 * times, any process with the same id counts.
 */
export function isRunning(mark: string): boolean {
  const pid = Number.parseInt(mark, 10);
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = processMark(pid);
  return now === mark || !mark.includes('x') || !now.includes('x');
}

function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    // Most changed files differ in size and need not be read.
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true && stats.size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function writeAtomically(target: string, bytes: Uint8Array, folders: Set<string>, isPrecious: boolean): void {
  const beside = unfinishedPath(target);
  try {
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      sweepUnfinished(folder);
      folders.add(folder);
    }
    writeFileSync(beside, bytes, { flag: 'wx' });
    const before = lstatSync(target, { throwIfNoEntry: false });
    if (before?.isFile()) chmodSync(beside, before.mode);
    if (isPrecious) flush(beside);
    renameSync(beside, target);
  } catch (cause) {
    removeIfThere(beside);
    throw new CliError(
      wording`Cannot write ${target}: ${(cause as Error).message}`,
      wording`The files that were there before are untouched. Look at the permissions and the space on the disk.`,
      { cause },
    );
  }
}

/** Otherwise a power cut soon after the rename may leave an empty file. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The folder is not one, which is about to be reported; or the file is somebody else's.
  }
}
