import type { LineSpan, Spot } from '../../base/text.ts';
import type { Inline } from '../inline.ts';

/** Transcript lines that a statement rests on: `[L73-79]`. 1-based, both ends included. */
export interface Citation extends LineSpan {
  /** Where the citation stands in the summary. */
  readonly at: Spot;
}

/** A run of inline content with the citations that stood in it. */
export interface Prose {
  readonly inlines: readonly Inline[];
  readonly citations: readonly Citation[];
  readonly lines: LineSpan;
}

export interface ListItem {
  readonly blocks: readonly Block[];
  readonly lines: LineSpan;
}

export type Alignment = 'left' | 'center' | 'right' | null;

/** The block part of a summary's Markdown, a closed set. */
export type Block =
  | { readonly type: 'paragraph'; readonly prose: Prose; readonly lines: LineSpan }
  | {
      readonly type: 'heading';
      readonly level: number;
      readonly prose: Prose;
      /** The `{.kind}` at its end. */
      readonly marker: Marker | null;
      readonly lines: LineSpan;
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
      readonly lines: LineSpan;
    }
  | {
      readonly type: 'table';
      readonly header: readonly Prose[];
      readonly align: readonly Alignment[];
      readonly rows: readonly (readonly Prose[])[];
      readonly lines: LineSpan;
    }
  | { readonly type: 'quote'; readonly blocks: readonly Block[]; readonly lines: LineSpan }
  | { readonly type: 'code'; readonly lang: string; readonly text: string; readonly lines: LineSpan }
  | { readonly type: 'rule'; readonly lines: LineSpan }
  /** An HTML comment: speaker notes, in Markdown like the rest. */
  | { readonly type: 'note'; readonly blocks: readonly Block[]; readonly lines: LineSpan };

export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

export interface Marker {
  readonly name: string;
  /** What follows the name: `log` in `{.bars .log}`. */
  readonly options: readonly string[];
  readonly at: Spot;
}
