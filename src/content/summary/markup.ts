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

/** A term with one or more meanings. */
export interface Definition {
  readonly term: Prose;
  readonly meanings: readonly (readonly Block[])[];
  readonly lines: LineSpan;
}

/** What a fence says about its code, apart from the language. */
export interface CodeMarks {
  /** Name of the file that it is from. */
  readonly name: string | null;
  /** Lines to highlight, one step per click: `2,5-7`, `all`, `none`. */
  readonly steps: readonly string[];
  readonly isNumbered: boolean;
  /** Number of the first line. */
  readonly first: number;
}

/** Kinds of boxes, by GitHub's names. */
export const CALLOUTS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];

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
  /** `> [!NOTE]`: a box, whose head is the kind's name or a title of its own. */
  | {
      readonly type: 'callout';
      readonly kind: CalloutKind;
      readonly title: Prose | null;
      readonly blocks: readonly Block[];
      readonly lines: LineSpan;
    }
  | { readonly type: 'definitions'; readonly items: readonly Definition[]; readonly lines: LineSpan }
  | {
      readonly type: 'code';
      readonly lang: string;
      readonly text: string;
      readonly marks?: CodeMarks;
      readonly lines: LineSpan;
    }
  /** `$$...$$`: TeX. */
  | { readonly type: 'formula'; readonly tex: string; readonly lines: LineSpan }
  | { readonly type: 'rule'; readonly lines: LineSpan }
  /** An HTML comment: speaker notes, in Markdown too. */
  | { readonly type: 'note'; readonly blocks: readonly Block[]; readonly lines: LineSpan };

export type BlockOf<T extends Block['type']> = Extract<Block, { type: T }>;

/** The blocks nested directly in a block, in order. */
export function innerBlocks(block: Block): readonly Block[] {
  if (block.type === 'list') return block.items.flatMap(({ blocks }) => blocks);
  if (block.type === 'definitions') return block.items.flatMap(({ meanings }) => meanings.flat());
  return 'blocks' in block ? block.blocks : [];
}

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
  /** `ends`: where a line of Chinese may break within it, as LineEnds marks them. */
  | { readonly type: 'text'; readonly text: string; readonly ends?: readonly number[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: InlineMark; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: 'image'; readonly image: ImageRef }
  /** `$...$`: TeX. */
  | { readonly type: 'formula'; readonly tex: string }
  /** A mark in the text; `note` is at the bottom of the slide. */
  | { readonly type: 'footnote'; readonly label: string; readonly note: Prose };

/** `lowered` and `raised` are small signs below and above the line: `H~2~O`, `x^2^`. */
export type InlineMark = 'strong' | 'emphasis' | 'strike' | 'marked' | 'lowered' | 'raised';

/** `[^label]: ...`, anywhere in its file. */
export interface FootnoteText {
  readonly label: string;
  readonly note: Prose;
  /** Whether a mark in the text refers to it. */
  readonly isUsed: boolean;
  /** Whether it consists of text only. */
  readonly isText: boolean;
}

/** An image named in a summary, or a video in place of one. */
export interface ImageRef {
  /** As typed: relative to the summary's folder. */
  readonly src: string;
  readonly alt: string;
  /** The caption below it. */
  readonly caption?: string;
  /** Its side of the slide, beside text; `full` fills the slide. */
  readonly place?: 'left' | 'right' | 'full';
  /** In per cent of the available space. */
  readonly width?: number;
  /** For a video: the picture that replaces it where it does not play, as typed. */
  readonly poster?: string;
}

/** Whether a run of text is just one picture; one with text beside it is as high as the line. */
export function isPictureAlone(inlines: readonly Inline[]): boolean {
  return inlines.length === 1 && inlines[0]?.type === 'image';
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
    case 'formula':
      return inline.tex;
    case 'footnote':
      return '';
    case 'image':
      return inline.image.alt;
    case 'lowered':
    case 'raised':
      return smallSigns(plainText(inline.children), SMALL_SIGNS[inline.type]);
    default:
      return plainText(inline.children);
  }
}

/** Keeps 10 to the sixth from reading as 106. */
function smallSigns(text: string, signs: string): string {
  return text.replaceAll(/[0-9+\-\u2212=()]/g, (sign) =>
    signs.charAt('0123456789+-=()'.indexOf(sign === '\u2212' ? '-' : sign)),
  );
}

const SMALL_SIGNS = {
  lowered: '\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208a\u208b\u208c\u208d\u208e',
  raised: '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207c\u207d\u207e',
} as const;
