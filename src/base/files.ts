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
import { CliError } from './errors.ts';

export interface WriteReport {
  readonly written: readonly string[];
  /** Files that had these bytes already. */
  readonly unchanged: readonly string[];
}

export interface FileToWrite {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A process of another machine that shares the folder has a number of its own; it needs less than that to write. */
const ABANDONED_MS = 60_000;
/** A process that is running may be another one by now, where the system does not tell when it began. */
const LONGEST_MS = 3_600_000;
/** What unfinishedPath gives. */
const UNFINISHED = /\.talkdeck-(\d+(?:x[0-9a-z]+)?)(?:-[0-9a-f]+)?\.tmp$/;

/**
 * Writes files below `folder`, each whole or not at all: beside its place first, then renamed. A file
 * that has the same bytes already is left alone; another keeps its mode.
 * @param isPrecious whether to wait for the disk: for what somebody wrote by hand, and nothing can make anew
 * @throws CliError where the folder cannot be written, or is a link, or one on the way below it is
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
 * A pull request may bring a link in the place of a folder: what is written would lie wherever it leads.
 * @throws CliError where `folder` is a link, or one below it that the files are to lie in
 */
export function refuseLinkedFolders(folder: string, files: readonly Pick<FileToWrite, 'path'>[]): void {
  const below = files.flatMap(({ path }) => {
    const names = path.split('/').slice(0, -1);
    return names.map((_, depth) => join(folder, ...names.slice(0, depth + 1)));
  });
  for (const path of new Set([folder, ...below])) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new CliError(
        `${path} is a link, and nothing is written where it leads.`,
        'Remove the link, or put a folder in its place.',
      );
    }
  }
}

/** A place beside `path` to make it in, file or folder, before it is renamed; sweepUnfinished knows it by its name. */
export function unfinishedPath(path: string): string {
  return `${path}.talkdeck-${processMark()}-${randomBytes(4).toString('hex')}.tmp`;
}

/**
 * Removes from a folder what processes have left in it that ended before they had finished.
 * @returns names of all that is finished in the folder
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
 * What a process puts into the names of files that another may have to remove: its number and, on Linux, where numbers
 * are soon in use again, when it began: `4711` or `4711x1n9d`.
 */
export function processMark(pid: number = process.pid): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // proc_pid_stat(5): the second field, a name in parentheses, may hold anything; the 22nd is when it began, in ticks
    // since the system did.
    const began = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isSafeInteger(began) ? `${pid}x${began.toString(36)}` : `${pid}`;
  } catch {
    return `${pid}`;
  }
}

/**
 * Whether the process of that mark is there, of whomever, on this machine; in a container, in that. Where one does not
 * learn when a process began, any of that number is taken for it.
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
    // Most files that changed have another size; then they need not be read.
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
      `Cannot write ${target}: ${(cause as Error).message}`,
      'The files that were there before are untouched. Look at the permissions and the space on the disk.',
      { cause },
    );
  }
}

/** Else a power cut soon after the rename may leave an empty file. */
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
    // Its folder is none; what is wrong there is about to be said. Or it is somebody else's.
  }
}
