import type { LineSpan } from '../../base/text.ts';
import type { Finding } from '../../findings/finding.ts';
import type { ParsedFile } from '../parse/parse.ts';
import type { ShownText, Statement } from '../summary/block-statements.ts';
import type { Block, Citation, ImageRef, ListItem, Prose } from '../summary/markup.ts';

/** What stands below a section's heading, speaker notes left out. */
export interface Body {
  readonly blocks: readonly Block[];
  /** The one block that makes the kind; null where there is none, or more than that and a paragraph on either side. */
  readonly main: Block | null;
}

/** The paragraph above what makes a section's kind, and the one below it. */
export interface Around {
  readonly lead: Prose | null;
  readonly aside: Prose | null;
}

/** What content/ knows of one kind of section. What is left out does not apply to it. */
export interface ShapeKind<S extends { readonly kind: string }> {
  /** What a section of this kind is made of, as remedies say it. */
  readonly needs: string;
  /** What may follow the kind in its marker: `log` in `{.bars .log}`. */
  readonly options?: readonly string[];
  /** It takes the body as a whole: no paragraph stands above or below it. */
  readonly isWhole?: true;
  /** Where that is not one block: the paragraphs around it. */
  around?(body: Body): Around;
  /** Whether a body without a marker is of this kind. One kind says so at most; what none wants is text. */
  claims?(body: Body): boolean;
  /** Null where the body cannot be shown as this kind. @param options of the marker @param lang of the meetup */
  read(body: Body, options: readonly string[], lang: string): S | null;
  /** What is wrong with a section of this kind. */
  findings?(shape: S, file: ParsedFile): readonly Finding[];

  /** All text, in order. What has no citation of its own, or of its item or row, rests on `inherited`. */
  statements?(shape: S, inherited: readonly Citation[]): readonly Statement[];
  /** Text that is shown as it is, which makes no statement. @param lines of the section */
  code?(shape: S, lines: LineSpan): readonly ShownText[];
  /** Pictures outside of running text. */
  images?(shape: S): readonly ImageRef[];

  /** The lists that are read as points, for advice on their length. */
  lists?(shape: S): readonly (readonly ListItem[])[];
  /** Something to look at: a talk with one is not text alone. */
  readonly isPicture?: true;
  /** Whether one has to look for what it means, unlike with points or a quote, so that a sentence should say it. */
  needsSentence?(shape: S): boolean;
}

/** A text of several lines takes more than a glance. */
export function lineCount(text: string): number {
  return text.trim().split('\n').length;
}
