import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver';
import type { LineSpan, Spot } from '../base/text.ts';

/** A summary, by the folder that contains content/ and its path below it, with forward slashes. */
export interface SummaryPlace {
  readonly root: string;
  readonly path: string;
}

/** Null for anything but a summary of a meetup, or its transcript. */
export function summaryAt(uri: string): SummaryPlace | null {
  const file = fileOf(uri);
  if (file === null) return null;
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = relative(folder, file).replaceAll(sep, '/');
    if (SUMMARY.test(path) && existsSync(join(folder, 'content'))) return { root: folder, path };
  }
  return null;
}

const SUMMARY = /^content\/(?:event\.md|(?:talks|qa)\/[^/]+\.md)$/;

/** The folder of an address, without a trailing separator; null if it is not on this machine. */
export function folderOf(uri: string): string | null {
  const folder = fileOf(uri);
  return folder === null ? null : join(folder, '.').replace(/(?<=.)[\\/]$/, '');
}

export function uriOf(root: string, path: string): string {
  return pathToFileURL(join(root, path)).href;
}

/** Spots count from 1, the protocol from 0; both count UTF-16 units. */
export function rangeOf({ line, column, length }: Spot): Range {
  const start = { line: line - 1, character: column - 1 };
  return { start, end: { ...start, character: start.character + length } };
}

/** Whole lines, without the last line ending. */
export function rangeOfLines(lines: readonly string[], { first, last }: LineSpan): Range {
  return {
    start: { line: first - 1, character: 0 },
    end: { line: last - 1, character: (lines[last - 1] ?? '').length },
  };
}

export function holds({ start, end }: Range, { line, character }: Position): boolean {
  if (line < start.line || line > end.line) return false;
  return (
    (line > start.line || character >= start.character) && (line < end.line || character <= end.character)
  );
}

/** Null if it is not a file on this machine: an untitled text, an extension's page. */
function fileOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
