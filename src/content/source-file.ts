import type { LineSpan, Spot } from './block.ts';

/** A text file below the root. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Without byte order mark, lines ended by LF. */
  readonly text: string;
}

/** The lines of `text`; index 0 is line 1. */
export function splitLines(text: string): readonly string[] {
  return text.split('\n');
}

/** Where `needle` stands within the lines `span`; the start of the span where it is not found. */
export function findSpot(lines: readonly string[], span: LineSpan, needle: string): Spot {
  if (needle !== '') {
    for (let line = span.first; line <= span.last; line += 1) {
      const index = lines[line - 1]?.indexOf(needle) ?? -1;
      if (index >= 0) return { line, column: index + 1, length: needle.length };
    }
  }
  const first = lines[span.first - 1] ?? '';
  const indent = first.length - first.trimStart().length;
  return { line: span.first, column: indent + 1, length: first.trimEnd().length - indent };
}
