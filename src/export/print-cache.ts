import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { writeFiles } from '../output/write-files.ts';
import { type CacheEntry, decodeEntry, encodeEntry } from './cache-entry.ts';

/** What was printed before. It never fails: what it has lost is printed once more. */
export interface PrintCache {
  get(key: string): CacheEntry | null;
  put(key: string, entry: CacheEntry): void;
  /** Removes what was not used for longest, until `bytes` are left. */
  trim(bytes: number): void;
}

/** @param folder absolute; it is made when something is put into it */
export function openPrintCache(folder: string): PrintCache {
  return {
    get: (key) => {
      const path = join(folder, key);
      try {
        const entry = decodeEntry(readFileSync(path));
        if (entry) utimesSync(path, new Date(), new Date());
        return entry;
      } catch {
        return null;
      }
    },
    put: (key, entry) => {
      try {
        writeFiles(folder, [{ path: key, content: encodeEntry(entry) }]);
      } catch (cause) {
        if (!(cause instanceof CliError)) throw cause;
      }
    },
    trim: (bytes) => {
      let kept = 0;
      for (const { path, size } of byLastUse(folder)) {
        kept += size;
        if (kept > bytes) rmSync(path, { force: true });
      }
    },
  };
}

/** The latest first. */
function byLastUse(folder: string): readonly { readonly path: string; readonly size: number }[] {
  const files = list(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ path, size: stats.size, used: stats.mtimeMs }] : [];
  });
  return files.sort((a, b) => b.used - a.used);
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
