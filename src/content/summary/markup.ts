import type { LineSpan, Spot } from '../../base/text.ts';

/** Transcript lines that support a statement: `[L73-79]`. 1-based, inclusive. */
export interface Citation extends LineSpan {
  /** Position of the citation in the summary. */
  readonly at: Spot;
}

/** A run of inline content with the citations it contained. */
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

/** Block elements of a summary's Markdown, a closed set. */
export type Block =
  | { readonly type: 'paragraph'; readonly prose: Prose; readonly lines: LineSpan }
  | {
      readonly type: 'heading';
      readonly level: number;
      readonly prose: Prose;
      /** The `{.kind}` at its end. */
      readonly marker: Marker | null;
      /** The `{#id}` at its end, a target for links. */
      readonly anchor: string | null;
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
  /** An HTML comment: speaker notes, in Markdown too. */
  | { readonly type: 'note'; readonly blocks: readonly Block[]; readonly lines: LineSpan };

export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

export interface Marker {
  readonly name: string;
  /** What follows the name: `log` in `{.bars .log}`. */
  readonly options: readonly string[];
  readonly at: Spot;
}

/**
 * Inline elements of a summary's Markdown, a closed set. Strings are as the author meant them (entities and backslashes
 * resolved), never escaped.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | {
      readonly type: 'strong' | 'emphasis' | 'strike';
      readonly children: readonly Inline[];
    }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly image: ImageRef };

/** An image named in a summary. */
export interface ImageRef {
  /** As typed: relative to the summary's folder. */
  readonly src: string;
  readonly alt: string;
}

/** The visible text of `inlines`, without marks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return ' ';
    case 'image':
      return inline.image.alt;
    default:
      return plainText(inline.children);
  }
}
