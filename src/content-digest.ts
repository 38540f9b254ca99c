import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A digest of what files contain, the same on every machine. See signature.ts for a faster one that holds on one.
 * @param paths absolute; folders are taken with all that is in them, except node_modules; what cannot be read counts
 * as empty
 */
export function contentDigest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const [name, file] of filesBelow(path, '')) {
      const bytes = read(file);
      hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('base64url');
}

function* filesBelow(path: string, name: string): Generator<[name: string, path: string]> {
  const entries = list(path);
  if (!entries) return yield [name, path];
  for (const entry of entries) {
    // A link to a folder is not followed: it may lead back here.
    if (entry.name === 'node_modules' || (entry.isSymbolicLink() && list(join(path, entry.name)))) continue;
    yield* filesBelow(join(path, entry.name), `${name}/${entry.name}`);
  }
}

/** Null where it is no folder. */
function list(path: string): readonly Dirent[] | null {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}
