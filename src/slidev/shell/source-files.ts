import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/**
 * The files that tell whether modules have changed: of a module in a package the package.json, which names the
 * version; of another the module itself. Sorted, each once.
 *
 * @param ids of modules, virtual ones too
 */
export function sourceFiles(ids: readonly string[]): string[] {
  const found = new Map<string, string>();
  const files = ids.flatMap((id) => {
    const path = id.replace(/[?#].*$/, '');
    if (!isAbsolute(path) || !existsSync(path)) return [];
    return path.includes('/node_modules/') ? [packageOf(dirname(path), found)] : [path];
  });
  return [...new Set(files)].sort();
}

/** A folder inside of a package may have a package.json without a version, which says how to read modules. */
function packageOf(folder: string, found: Map<string, string>): string {
  const known = found.get(folder);
  if (known !== undefined) return known;
  const isRoot = /\/node_modules\/(?:@[^/]+\/)?[^/]+$/.test(folder);
  const file = isRoot ? join(folder, 'package.json') : packageOf(dirname(folder), found);
  found.set(folder, file);
  return file;
}
