import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from '../../base/errors.ts';

export interface NewFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface NewFilesReport {
  readonly written: readonly string[];
  /** Files that were there already, and are left as they are. */
  readonly kept: readonly string[];
}

/**
 * Writes files below `folder`. What is there already is never touched, not even when it comes to be there
 * between looking and writing.
 * @throws CliError where the folder cannot be written
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): NewFilesReport {
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path, text } of files) {
    (writeNew(join(folder, path), text) ? written : kept).push(path);
  }
  return { written, kept };
}

function writeNew(target: string, text: string): boolean {
  try {
    mkdirSync(dirname(target), { recursive: true });
    const file = openNew(target);
    if (file === null) return false;
    writeWhole(target, file, text);
    return true;
  } catch (cause) {
    throw new CliError(
      `Cannot write ${target}: ${(cause as Error).message}`,
      'Files that were there before are untouched. Look at the permissions and the space on the disk.',
      { cause },
    );
  }
}

/** Null where there is one already. */
function openNew(target: string): number | null {
  try {
    return openSync(target, 'wx');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw cause;
  }
}

/** Half a file would be taken for somebody's own the next time. */
function writeWhole(target: string, file: number, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    rmSync(target, { force: true });
    throw cause;
  } finally {
    closeSync(file);
  }
}
