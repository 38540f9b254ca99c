import { readdirSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { writeFiles } from '../base/files.ts';
import type { PrintedProduct } from '../print/types.ts';

/**
 * Writes a product's files, each whole or not at all. Pictures of slides that the deck no longer has are removed.
 * @param outFolder absolute
 * @throws CliError where the folder cannot be written
 */
export function saveFiles(outFolder: string, { product, files }: PrintedProduct): void {
  writeFiles(
    outFolder,
    files.map(({ path, bytes }) => ({ path, content: bytes })),
  );
  const [first] = files;
  if (product.kind !== 'png' || !first) return;
  const folder = posix.dirname(first.path);
  const names = new Set(files.map(({ path }) => posix.basename(path)));
  const prefix = `${posix.basename(folder)}-`;
  for (const name of readdirSync(join(outFolder, folder))) {
    const isOurs = name.startsWith(prefix) && /^\d+\.png$/.test(name.slice(prefix.length));
    if (isOurs && !names.has(name)) rmSync(join(outFolder, folder, name), { force: true });
  }
}
