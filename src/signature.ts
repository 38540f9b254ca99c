import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest of the state of files and folders, from their sizes, times and inode numbers, as `make` and
 * `git` tell whether something changed.
 * @param paths absolute; folders are taken with all that is in them; what does not exist counts as such
 */
export function signatureOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const [file, stats] of statAll(path)) {
      hash.update(
        stats ? `${file}\0${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}\n` : `${file}\0-\n`,
      );
    }
  }
  return hash.digest('base64url');
}

function* statAll(path: string): Generator<[file: string, stats: Stats | null]> {
  const stats = stat(path);
  yield [path, stats];
  if (!stats?.isDirectory()) return;
  for (const entry of list(path)) {
    const file = join(path, entry.name);
    // A link to a folder is not followed: it may lead back here.
    if (entry.isDirectory()) yield* statAll(file);
    else yield [file, stat(file)];
  }
}

/** What cannot be looked at counts as not there; whoever reads it says what is wrong with it. */
function stat(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort(byName);
  } catch {
    return [];
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
