import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { isRunning } from '../is-running.ts';
import { processMark } from '../process-mark.ts';

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

/**
 * Writes files below `folder`, each whole or not at all: beside its place first, then renamed. A file
 * that has the same bytes already is left alone; another keeps its mode.
 * @throws CliError where the folder cannot be written
 */
export function writeFiles(folder: string, files: readonly FileToWrite[]): WriteReport {
  const written: string[] = [];
  const unchanged: string[] = [];
  const folders = new Set<string>();
  for (const { path, content } of files) {
    const target = join(folder, path);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (hasBytes(target, bytes)) {
      unchanged.push(path);
      continue;
    }
    writeAtomically(target, bytes, folders);
    written.push(path);
  }
  return { written, unchanged };
}

function hasBytes(path: string, bytes: Uint8Array): boolean {
  try {
    // Most files that changed have another size; then they need not be read.
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function writeAtomically(target: string, bytes: Uint8Array, folders: Set<string>): void {
  const beside = `${target}.talkdeck-${processMark()}.tmp`;
  try {
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      sweep(folder);
      folders.add(folder);
    }
    writeFileSync(beside, bytes);
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(beside, mode);
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

/** Removes what killed processes have left in a folder. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, mark] = /\.talkdeck-(\d+(?:x\w+)?)\.tmp$/.exec(name) ?? [];
    if (mark === undefined || isRunning(mark)) continue;
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS) removeIfThere(path);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is none; what is wrong there is about to be said.
  }
}
