import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { normalizeText } from '../content/normalize-text.ts';
import { writeFiles } from '../output/write-files.ts';
import type { FixedFile } from './fix-content.ts';
import { replaceLines } from './replace-lines.ts';

/**
 * Writes mended summaries, each whole or not at all; a linked file is written where it is.
 * @throws CliError where one was changed since it was read; then none is written
 */
export function saveFixes(root: string, files: readonly FixedFile[]): void {
  const contents = files.map(({ path, before, after }) => {
    const { target, raw } = read(root, path);
    if (normalizeText(raw) !== before) throw changed(path);
    return { target, content: replaceLines(raw, before, after) };
  });
  for (const { target, content } of contents) {
    writeFiles(dirname(target), [{ path: basename(target), content }]);
  }
}

function read(root: string, path: string): { readonly target: string; readonly raw: string } {
  try {
    const target = realpathSync(join(root, path));
    return { target, raw: readFileSync(target, 'utf8') };
  } catch (cause) {
    // It was read a moment ago: somebody has renamed it, or deleted it.
    throw changed(path, cause);
  }
}

function changed(path: string, cause?: unknown): CliError {
  return new CliError(
    `${path} was changed meanwhile.`,
    'Nothing was written. Save it, and run the command again.',
    { cause },
  );
}
