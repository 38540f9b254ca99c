import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { writeFiles } from '../output/write-files.ts';
import { type CacheEntry, decodeEntry, encodeEntry } from './cache-entry.ts';

/** What was printed before. It never fails: what it has lost is printed once more. */
export interface PrintCache {
  get(key: string): CacheEntry | null;
  put(key: string, entry: CacheEntry): void;
  /** Removes what was put since it was opened. */
  forget(): void;
  /** Removes what was not used for longest, until `bytes` are left. */
  trim(bytes: number): void;
}

/** @param folder absolute; it is made when something is put into it */
export function openPrintCache(folder: string): PrintCache {
  const put = new Set<string>();
  return {
    get: (key) => {
      const path = join(folder, key);
      const entry = read(path);
      if (entry) tryTo(() => utimesSync(path, new Date(), new Date()));
      return entry;
    },
    put: (key, entry) => {
      put.add(key);
      try {
        writeFiles(folder, [{ path: key, content: encodeEntry(entry) }]);
      } catch (cause) {
        if (!(cause instanceof CliError)) throw cause;
      }
    },
    forget: () => {
      for (const key of put) tryTo(() => rmSync(join(folder, key), { force: true }));
      put.clear();
    },
    trim: (bytes) => {
      let kept = 0;
      for (const { path, size } of byLastUse(folder)) {
        kept += size;
        if (kept > bytes) tryTo(() => rmSync(path, { force: true }));
      }
    },
  };
}

function read(path: string): CacheEntry | null {
  try {
    return decodeEntry(readFileSync(path));
  } catch {
    return null;
  }
}

/** Nothing is lost where a folder that is somebody else's, or damaged, cannot be kept in order. */
function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // The next export tries again.
  }
}

/** The latest first. */
function byLastUse(folder: string): readonly { readonly path: string; readonly size: number }[] {
  const files: { path: string; size: number; used: number }[] = [];
  for (const name of list(folder)) {
    const path = join(folder, name);
    tryTo(() => {
      const stats = statSync(path);
      if (stats.isFile()) files.push({ path, size: stats.size, used: stats.mtimeMs });
    });
  }
  return files.sort((a, b) => b.used - a.used);
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
