import type { LineSpan, Spot } from '../../base/text.ts';

/** A text file below the root. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Without byte order mark, with LF line ends. */
  readonly text: string;
}

/** The lines of `text`; index 0 is line 1. */
export function splitLines(text: string): readonly string[] {
  return text.split('\n');
}

/** Lines of a YAML scalar that begins on `first`: that line and the more indented ones below it. */
export function scalarLines(lines: readonly string[], first: number): LineSpan {
  const indent = (line: number): number => /^ */.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
  // In a list of groups, the group's next field does not belong to this one.
  const inGroup = /^ *- +(?=[\w"']+\s*:(?:\s|$))/.exec(lines[first - 1] ?? '')?.[0].length ?? 0;
  let last = first;
  while (indent(last + 1) > indent(first) && indent(last + 1) !== inGroup && !/^ *- /.test(lines[last] ?? ''))
    last += 1;
  return { first, last };
}

/**
 * Finds `needle` within the lines `span`; falls back to the start of the span. Whole words and numbers take precedence
 * over parts of longer ones: in `13 or 3`, the 3 is the last.
 */
export function findSpot(lines: readonly string[], span: LineSpan, needle: string): Spot {
  if (needle !== '') {
    let part: Spot | null = null;
    for (let line = span.first; line <= span.last; line += 1) {
      const text = lines[line - 1] ?? '';
      for (let index = text.indexOf(needle); index >= 0; index = text.indexOf(needle, index + 1)) {
        const spot = { line, column: index + 1, length: needle.length };
        if (!isPart(text, index, needle)) return spot;
        part ??= spot;
      }
    }
    if (part) return part;
  }
  const first = lines[span.first - 1] ?? '';
  const indent = first.length - first.trimStart().length;
  return { line: span.first, column: indent + 1, length: first.trimEnd().length - indent };
}

/** Removes the byte order mark and converts line ends to LF. */
export function normalizeText(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replaceAll(/\r\n?/g, '\n') : body;
}

function isPart(text: string, index: number, needle: string): boolean {
  const joined = /^[A-Za-z\d]{2}$/;
  const end = index + needle.length;
  return (
    joined.test((text[index - 1] ?? '') + needle[0]) || joined.test(needle.slice(-1) + (text[end] ?? ''))
  );
}
