import { type PathLike, type Stats, statSync } from 'node:fs';

/** A file whose stamp has not changed has not either. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
  /** Null where that is sure; else another number each time. */
  readonly unsure: number | null;
}

/** Within this time a second change may leave no trace: some file systems count whole seconds. */
const FRESH_MS = 2_500;
let taken = 0;

/**
 * What tells whether a file has changed, as `make` and `git` do. To be taken before the file is read; no two stamps of
 * one that has just been written are equal.
 */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): Stamp {
  const isFresh = Date.now() - Math.max(mtimeMs, ctimeMs) < FRESH_MS;
  if (isFresh) taken += 1;
  return { size, mtimeMs, ctimeMs, ino, unsure: isFresh ? taken : null };
}

/** Null where there is nothing. @throws where it cannot be looked at */
export function stampAt(path: PathLike): Stamp | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? stampOf(stats) : null;
}
