import type { LinedText } from '../../content/advice/passages/lined-text.ts';

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
