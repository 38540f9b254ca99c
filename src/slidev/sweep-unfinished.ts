import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../is-running.ts';

/** What unfinished-path.ts gives. */
const UNFINISHED = /\.(\d+(?:x[0-9a-z]+)?)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A process of another machine that shares the folder has a number of its own; it needs less than that. */
const ABANDONED_MS = 60_000;
/** A process that is there may be another one by now. */
const LONGEST_MS = 3_600_000;

/**
 * Removes from a folder what processes have left in it that ended before they had finished.
 * @returns names of all else in the folder
 */
export async function sweepUnfinished(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const unfinished = names.filter((name) => UNFINISHED.test(name));
  for (const name of unfinished) {
    const path = join(folder, name);
    const [, mark = ''] = UNFINISHED.exec(name) ?? [];
    const there = await stat(path).catch(() => null); // Gone meanwhile, perhaps.
    const age = Date.now() - (there?.mtimeMs ?? Date.now());
    if (age > (isRunning(mark) ? LONGEST_MS : ABANDONED_MS)) await rm(path, { recursive: true, force: true });
  }
  return names.filter((name) => !unfinished.includes(name));
}
