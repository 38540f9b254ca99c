import { readdirSync } from 'node:fs';
import { CliError } from '../base/errors.ts';

/**
 * The names in a folder; null where there is no folder.
 * @throws CliError where it cannot be read
 */
export function listFolder(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new CliError(`Cannot read ${folder}: ${message}`, null, { cause });
  }
}
