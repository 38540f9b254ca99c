import { structuredPatch } from 'diff';
import type { Colors } from 'picocolors/types.js';
import { clean } from '../findings/report/clean.ts';
import type { FixedFile } from './fix-content.ts';

/** What changes, line by line, as `git diff` shows it. */
export function showDiff(files: readonly FixedFile[], pc: Colors): string {
  return files.map((file) => showFile(file, pc)).join('\n\n');
}

function showFile({ path, before, after }: FixedFile, pc: Colors): string {
  const { hunks } = structuredPatch(path, path, before, after, '', '', { context: 1 });
  const lines = hunks.flatMap(({ oldStart, lines: shown }) => [
    pc.cyan(`@@ ${clean(path)}:${oldStart} @@`),
    ...shown.filter((line) => !line.startsWith('\\')).map((line) => paint(clean(line), pc)),
  ]);
  return [pc.bold(clean(path)), ...lines].join('\n');
}

function paint(line: string, pc: Colors): string {
  if (line.startsWith('+')) return pc.green(line);
  return line.startsWith('-') ? pc.red(line) : pc.dim(line);
}
