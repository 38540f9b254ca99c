import type { Spot } from '../../base/text.ts';

/** Stands in a passage for what is no text to look at: code, an address, a picture, a citation, an entity. */
export const OPAQUE = '\uFFFC';

/** A run of text as a reader sees it, each UTF-16 unit with its place in the file. */
export interface Passage {
  /** Without marks; lines are parted by a line feed. */
  readonly text: string;
  /** Of each unit of `text`, in the file's text. */
  readonly offsets: readonly number[];
  /** Where a blank in front of each unit goes: behind the marks that close there, before those that open. */
  readonly seams: readonly number[];
  /** The field of front matter that it is the value of; null in the body. */
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

/** The place of `length` units from `offset` on, within a line. */
export function spotAt({ starts }: LinedText, offset: number, length: number): Spot {
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1, length };
}

/** Units of a passage that should be otherwise; none where something goes in between. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly right: string;
}
