import type { Spot } from '../../base/text.ts';

/** Placeholder in a passage for anything but text: code, an address, a picture, a citation, an entity. */
export const OPAQUE = '\uFFFC';

/** A run of text as readers see it, with the file position of each UTF-16 unit. */
export interface Passage {
  /** Without marks; lines are separated by a line feed. */
  readonly text: string;
  /** Offset in the file's text of each unit of `text`. */
  readonly offsets: readonly number[];
  /** Where to insert a space before each unit: after closing marks, before opening ones. */
  readonly seams: readonly number[];
  /** Its field of front matter; null in the body. */
  readonly field: string | null;
  readonly file: LinedText;
}

/** A file's text with the offsets of its lines. */
export interface LinedText {
  readonly text: string;
  /** Index 0 is line 1. */
  readonly starts: readonly number[];
}

export function linedText(text: string): LinedText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** The place of `length` units from `offset`, within a line. */
export function spotAt({ starts }: LinedText, offset: number, length: number): Spot {
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1, length };
}

/** A replacement for units of a passage; an empty range inserts. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly right: string;
}
