import { realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { CliError } from '../cli-error.ts';
import type { FindingArgs } from '../diagnostics/diagnostic.ts';

export const CONTENT_FOLDER = 'content';

/** A summary is a page or two of text; anything near this size is a file put here by mistake. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** Whether a file may be read, and how many bytes it has. */
export type Place =
  | { readonly refused: FindingArgs['file-refused']['because'] }
  | { readonly refused: null; readonly size: number };

/**
 * Where a summary really is: a link could lead anywhere, and what is no file might never end.
 * @param path below the root
 * @throws CliError where it cannot be looked at
 */
export function placeOf(root: string, path: string): Place {
  const file = join(root, path);
  let stats: Stats;
  try {
    const content = realpathSync(join(root, CONTENT_FOLDER));
    if (!realpathSync(file).startsWith(content + sep)) return { refused: 'link' };
    stats = statSync(file);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return { refused: 'broken-link' };
    throw new CliError(`Cannot read ${file}: ${message}`, null, { cause });
  }
  return stats.isFile() ? { refused: null, size: stats.size } : { refused: 'no-file' };
}
