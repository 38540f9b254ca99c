import type { Block, BlockOf, Prose } from '../summary/markup.ts';
import type { RawSection } from '../summary/section.ts';
import { columns } from './column-shapes.ts';
import { beside, full, pictures } from './layout-shapes.ts';
import { points, stats, steps, timeline } from './list-shapes.ts';
import { code, diagram, figure, imageOf } from './picture-shapes.ts';
import { series, stacks } from './series-shapes.ts';
import type { ShapeKind } from './shape-kind.ts';
import { bars, table } from './table-shapes.ts';
import { divider, quote, type TextShape, text } from './text-shapes.ts';
import { video } from './video-shapes.ts';

/** The kinds of sections, in the order in which findings name them. */
const KINDS = {
  points,
  steps,
  text,
  // Before tables: the first column makes some of them a series.
  series,
  table,
  bars,
  stacks,
  timeline,
  stats,
  quote,
  full,
  beside,
  pictures,
  figure,
  code,
  diagram,
  columns,
  video,
  divider,
};

export type SectionKind = keyof typeof KINDS;
export const SECTION_KINDS = Object.keys(KINDS) as readonly SectionKind[];

/** Markers that name a kind and its option in one word. */
export const SHORT_MARKERS: Readonly<
  Record<string, { readonly kind: SectionKind; readonly option: string }>
> = {
  left: { kind: 'beside', option: 'left' },
  right: { kind: 'beside', option: 'right' },
  'columns-chart': { kind: 'series', option: 'columns' },
  line: { kind: 'series', option: 'line' },
};

type OfKind<Kind> = Kind extends ShapeKind<infer S> ? S : never;

/** Content of a section, by kind. */
export type Shape = { [K in SectionKind]: OfKind<(typeof KINDS)[K]> & { readonly kind: K } }[SectionKind];
export type ShapeOf<K extends SectionKind> = Extract<Shape, { kind: K }>;

/** The kind of a shape; call it only with that shape. */
export function kindOf({ kind }: Pick<Shape, 'kind'>): ShapeKind<Shape> {
  return KINDS[kind];
}

export interface ShapedSection {
  readonly lead: Prose | null;
  readonly shape: Shape;
  readonly aside: Prose | null;
}

/** The kind that a marker asks for, and what was found instead. */
interface Mismatch {
  readonly kind: SectionKind;
  readonly found: string;
}

/**
 * Determines the kind of a section: from its marker, else from its Markdown. One block decides; a paragraph may precede
 * it and another may follow. Anything else is text.
 */
export function shapeSection(
  section: RawSection,
  kind: SectionKind | null,
  lang = 'und',
): ShapedSection | Mismatch {
  const { blocks, marker } = section;
  const { lead, main, aside } = frameOf(blocks) ?? NO_FRAME;
  const body = { blocks, main };
  const wanted = kind ?? SECTION_KINDS.find((each) => KINDS[each].claims?.(body)) ?? 'text';
  const { read, isWhole, around }: ShapeKind<Shape> = KINDS[wanted];
  const shape = read(body, kind ? (marker?.options ?? []) : [], lang);
  if (!shape) return kind ? { kind, found: describe(blocks) } : asText(blocks);
  if (around) return { ...around(body), shape };
  return isWhole ? { lead: null, shape, aside: null } : { lead, shape, aside };
}

/** A section shown as text, deliberately or for lack of a better kind. */
export function asText(blocks: readonly Block[]): ShapedSection & { readonly shape: TextShape } {
  return { lead: null, shape: { kind: 'text', blocks }, aside: null };
}

interface Frame {
  readonly lead: Prose | null;
  readonly main: Block | null;
  readonly aside: Prose | null;
}

const NO_FRAME: Frame = { lead: null, main: null, aside: null };

function frameOf(blocks: readonly Block[]): Frame | null {
  const main = blocks.filter((block) => !isCaption(block));
  const [block] = main;
  // Only paragraphs; a lone image among captions was found above.
  if (!block || main.length > 1) return null;
  const index = blocks.indexOf(block);
  if (index > 1 || blocks.length - index > 2) return null;
  return { lead: caption(blocks[index - 1]), main: block, aside: caption(blocks[index + 1]) };
}

/** A paragraph of text, as opposed to one that is just an image. */
function isCaption(block: Block): block is BlockOf<'paragraph'> {
  return block.type === 'paragraph' && imageOf(block) === null;
}

function caption(block: Block | undefined): Prose | null {
  return block?.type === 'paragraph' ? block.prose : null;
}

function describe(blocks: readonly Block[]): string {
  const names = blocks.map((block) => {
    if (block.type === 'list') return block.ordered ? 'ordered list' : 'list';
    if (imageOf(block)) return 'image';
    return block.type === 'code' ? (block.lang === 'mermaid' ? 'mermaid fence' : 'code fence') : block.type;
  });
  return names.join(', ');
}
