import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { CliError } from '../cli-error.ts';
import type { FindingArgs } from '../diagnostics/diagnostic.ts';

export const CONTENT_FOLDER = 'content';

/** A summary is a page or two of text; anything near this size is a file put here by mistake. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** Whether a file may be read. */
export type Place =
  | { readonly refused: FindingArgs['file-refused']['because'] }
  | { readonly refused: null; readonly stats: Stats };

/** Where a folder really is. @throws as `realpathSync` does */
export type RealFolder = (folder: string) => string;

/** For looks at many files at one time: looks up each folder once. */
export function realFolders(): RealFolder {
  const known = new Map<string, string>();
  return (folder) => {
    const real = known.get(folder) ?? realpathSync(folder);
    known.set(folder, real);
    return real;
  };
}

/**
 * Where a summary really is: a link could lead anywhere, and what is no file might never end.
 * @param path below the root
 * @param realFolder of these looks
 * @throws CliError where it cannot be looked at
 */
export function placeOf(root: string, path: string, realFolder: RealFolder): Place {
  const file = join(root, path);
  let stats: Stats;
  try {
    const content = realFolder(join(root, CONTENT_FOLDER));
    stats = lstatSync(file);
    const isLink = stats.isSymbolicLink();
    const real = isLink ? realpathSync(file) : join(realFolder(dirname(file)), basename(file));
    if (!real.startsWith(content + sep)) return { refused: 'link' };
    if (isLink) stats = statSync(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return { refused: 'broken-link' };
    throw new CliError(`Cannot read ${file}: ${message}`, null, { cause });
  }
  return stats.isFile() ? { refused: null, stats } : { refused: 'no-file' };
}
