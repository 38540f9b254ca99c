import type { LinedText } from '../../base/text.ts';

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

/** A replacement for units of a passage; an empty range inserts. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly right: string;
}
