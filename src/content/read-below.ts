import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Memory } from '../memory.ts';
import { stampAt } from '../stamp-of.ts';

/** What became of a file that a summary names. */
export type FileBelow =
  | { readonly state: 'ok'; readonly bytes: Uint8Array }
  | { readonly state: 'missing' }
  | { readonly state: 'outside' }
  /** Not opened: its name is not that of such a file. */
  | { readonly state: 'misnamed' }
  | { readonly state: 'unreadable'; readonly reason: string };

/**
 * Reads a file that must lie in a folder.
 * @param folder absolute
 * @param path relative to it; may lead out of it
 * @param name of the files that are opened
 * @param memory of the times before: gives the same object where the file's stamp is the same
 */
export function readBelow(folder: string, path: string, name: RegExp, memory: Memory): FileBelow {
  if (leaves(path)) return { state: 'outside' };
  if (!name.test(path)) return { state: 'misnamed' };
  try {
    // A link inside the folder may point anywhere.
    if (leaves(relative(realpathSync(folder), realpathSync(join(folder, path))))) return { state: 'outside' };
    const file = join(folder, path);
    return memory.recall(`file ${path}`, stampAt(file), () => ({ state: 'ok', bytes: readFileSync(file) }));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { state: 'missing' }
      : { state: 'unreadable', reason: message };
  }
}

function leaves(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith(`..${sep}`);
}
