import type { LineSpan } from '../../base/text.ts';
import type { Finding } from '../../findings/finding.ts';
import type { ParsedFile } from '../parse/parse.ts';
import type { ShownText, Statement } from '../summary/block-statements.ts';
import type { Block, Citation, ImageRef, ListItem, Prose } from '../summary/markup.ts';

/** Content below a section's heading, without speaker notes. */
export interface Body {
  readonly blocks: readonly Block[];
  /**
   * The single block that decides the kind; null if there is none, or if there is more than a paragraph on either side.
   */
  readonly main: Block | null;
}

/** The paragraphs above and below the block that decides a section's kind. */
export interface Around {
  readonly lead: Prose | null;
  readonly aside: Prose | null;
}

/** What content/ knows about one kind of section; omitted members do not apply to it. */
export interface ShapeKind<S extends { readonly kind: string }> {
  /** What a section of this kind consists of, for remedies. */
  readonly needs: string;
  /** Options that may follow the kind in its marker: `log` in `{.bars .log}`. */
  readonly options?: readonly string[];
  /** Whether it takes the whole body, with no paragraph above or below. */
  readonly isWhole?: true;
  /** The paragraphs around it, if it is not a single block. */
  around?(body: Body): Around;
  /** Whether a body without a marker is of this kind. At most one kind does; a body that none claims is text. */
  claims?(body: Body): boolean;
  /** Null if the body cannot be shown as this kind. @param options from the marker @param lang of the meetup */
  read(body: Body, options: readonly string[], lang: string): S | null;
  /** Problems of a section of this kind. */
  findings?(shape: S, file: ParsedFile): readonly Finding[];

  /** All text, in order. Text without citations of its own, or of its item or row, inherits `inherited`. */
  statements?(shape: S, inherited: readonly Citation[]): readonly Statement[];
  /** Text shown literally, which is no statement. @param lines of the section */
  code?(shape: S, lines: LineSpan): readonly ShownText[];
  /** Pictures outside running text. */
  images?(shape: S): readonly ImageRef[];

  /** Lists treated as points, for advice on their length. */
  lists?(shape: S): readonly (readonly ListItem[])[];
  /** Whether it is visual: a talk with one is not text only. */
  readonly isPicture?: true;
  /** Whether its meaning has to be worked out, unlike that of points or a quote, so that a sentence should state it. */
  needsSentence?(shape: S): boolean;
}

/** Number of lines; text of several lines takes more than a glance. */
export function lineCount(text: string): number {
  return text.trim().split('\n').length;
}
