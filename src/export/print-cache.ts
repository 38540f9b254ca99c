import { openStore } from '../base/store.ts';
import { type CacheEntry, decodeEntry, encodeEntry } from './cache-entry.ts';

/** What was printed before. It never fails: what it has lost is printed once more. */
export interface PrintCache {
  /** @param paths of the product's files, which an entry does not name */
  get(key: string, paths: readonly string[]): CacheEntry | null;
  put(key: string, entry: CacheEntry): void;
  /** Removes what was put since it was opened. */
  forget(): void;
  /** Removes what was not used for longest, until `bytes` are left. */
  trim(bytes: number): void;
}

/** @param folder absolute; null to keep nothing */
export function openPrintCache(folder: string | null): PrintCache {
  const store = openStore(folder);
  return {
    get: (key, paths) => {
      const bytes = store.get(key);
      return bytes && decodeEntry(bytes, paths);
    },
    put: (key, entry) => store.put(key, encodeEntry(entry)),
    forget: store.forget,
    trim: (bytes) => store.trim({ bytes }),
  };
}
