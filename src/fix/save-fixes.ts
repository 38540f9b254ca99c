import { basename, dirname, join } from 'node:path';
import { writeFiles } from '../base/files.ts';
import { FILE_LIMITS, FileReader } from '../base/read-file.ts';
import { CliError } from '../cli-error.ts';
import { normalizeText } from '../content/normalize-text.ts';
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
    writeFiles(dirname(target), [{ path: basename(target), content }], true);
  }
}

function read(root: string, path: string): { readonly target: string; readonly raw: string } {
  const rules = { place: { within: root }, limit: FILE_LIMITS.summary };
  const file = new FileReader().read(join(root, path), rules, path, (bytes, target) => ({
    target,
    raw: bytes.toString('utf8'),
  }));
  // It was read a moment ago: somebody has renamed it, or deleted it.
  if (file.state !== 'ok') throw changed(path);
  return file.value;
}

function changed(path: string): CliError {
  return new CliError(
    `${path} was changed meanwhile.`,
    'Nothing was written. Save it, and run the command again.',
  );
}
