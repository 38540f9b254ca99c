import type { CacheEntry, PrintCache } from '../../src/export/cache.ts';

/** A print cache in memory; `entries` by key. */
export function memoryCache(): {
  readonly cache: PrintCache;
  readonly entries: ReadonlyMap<string, CacheEntry>;
} {
  const entries = new Map<string, CacheEntry>();
  return {
    cache: {
      get: (key) => entries.get(key) ?? null,
      put: (key, entry) => entries.set(key, entry),
      forget: () => {},
      trim: () => {},
    },
    entries,
  };
}
