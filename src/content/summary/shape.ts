import {
  type Alignment,
  type Block,
  type BlockOf,
  type ImageRef,
  type Inline,
  type ListItem,
  type Prose,
  plainText,
} from './markup.ts';
import type { RawSection } from './section.ts';

export const SECTION_KINDS = [
  'points',
  'steps',
  'text',
  'table',
  'bars',
  'timeline',
  'stats',
  'quote',
  'figure',
  'code',
  'diagram',
] as const;

export type SectionKind = (typeof SECTION_KINDS)[number];

/** What a section shows, by the kind of its slide. */
export type Shape =
  | { readonly kind: 'points'; readonly items: readonly ListItem[] }
  | { readonly kind: 'steps'; readonly start: number; readonly items: readonly ListItem[] }
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'table';
      readonly header: readonly Prose[];
      readonly align: readonly Alignment[];
      readonly rows: readonly (readonly Prose[])[];
    }
  | {
      readonly kind: 'bars';
      /** The header of the numbers. */
      readonly measure: Prose;
      readonly unit: string | null;
      readonly scale: 'linear' | 'log';
      readonly bars: readonly BarShape[];
    }
  | { readonly kind: 'timeline'; readonly moments: readonly MomentShape[] }
  | { readonly kind: 'stats'; readonly stats: readonly StatShape[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[]; readonly attribution: Prose | null }
  | { readonly kind: 'figure'; readonly image: ImageRef }
  | { readonly kind: 'code'; readonly lang: string; readonly code: string }
  | { readonly kind: 'diagram'; readonly source: string };

interface BarShape {
  readonly label: Prose;
  readonly value: Prose;
  /** Null where the cell is no number. */
  readonly amount: number | null;
}

interface MomentShape {
  readonly when: readonly Inline[];
  readonly what: readonly Inline[];
  readonly prose: Prose;
}

interface StatShape {
  readonly value: readonly Inline[];
  readonly label: readonly Inline[];
  readonly prose: Prose;
}

export interface ShapedSection {
  readonly lead: Prose | null;
  readonly shape: Shape;
  readonly aside: Prose | null;
}

/** The kind that a marker asks for, and what is there instead. */
interface Mismatch {
  readonly kind: SectionKind;
  readonly found: string;
}

/**
 * The kind of a section: what its marker says, else what its Markdown looks like. One block makes the
 * kind; a paragraph may stand above it and another below. Anything else is text.
 */
export function shapeSection(section: RawSection, kind: SectionKind | null): ShapedSection | Mismatch {
  const frame = frameOf(section.blocks);
  if (kind === null) {
    const shaped = frame && { lead: frame.lead, shape: shapeOf(frame.main), aside: frame.aside };
    return shaped?.shape ? { ...shaped, shape: shaped.shape } : asText(section);
  }
  if (kind === 'text') return asText(section);
  const shape = frame && shapeAs(kind, frame.main, section.marker?.options);
  if (!frame || !shape) return { kind, found: describe(section.blocks) };
  return { lead: frame.lead, shape, aside: frame.aside };
}

interface Frame {
  readonly lead: Prose | null;
  readonly main: Block;
  readonly aside: Prose | null;
}

interface Pair {
  readonly bold: readonly Inline[];
  readonly rest: readonly Inline[];
  readonly prose: Prose;
}

/** What stands in brackets at the end of a column's header. */
export function unitOf(header: Prose): string | null {
  return /[(\uFF08]([^()\uFF08\uFF09]+)[)\uFF09]\s*$/.exec(plainText(header.inlines))?.[1]?.trim() ?? null;
}

function asText(section: RawSection): ShapedSection {
  return { lead: null, shape: { kind: 'text', blocks: section.blocks }, aside: null };
}

function frameOf(blocks: readonly Block[]): Frame | null {
  const main = blocks.filter((block) => !isCaption(block));
  const [block] = main;
  if (!block || main.length > 1) {
    // Nothing but paragraphs: an image that stands alone among captions was taken out above.
    return null;
  }
  const index = blocks.indexOf(block);
  if (index > 1 || blocks.length - index > 2) return null;
  return { lead: caption(blocks[index - 1]), main: block, aside: caption(blocks[index + 1]) };
}

/** A paragraph of text, in contrast to one that is just an image. */
function isCaption(block: Block): block is BlockOf<'paragraph'> {
  return block.type === 'paragraph' && imageOf(block) === null;
}

function caption(block: Block | undefined): Prose | null {
  return block?.type === 'paragraph' ? block.prose : null;
}

function imageOf(block: Block): ImageRef | null {
  if (block.type !== 'paragraph') return null;
  const [only, ...more] = block.prose.inlines;
  return more.length === 0 && only?.type === 'image' ? only.image : null;
}

/** The kind that a block has of itself. */
function shapeOf(block: Block): Shape | null {
  switch (block.type) {
    case 'list':
      if (block.ordered) return shapeAs('steps', block);
      return stats(block, true) ?? shapeAs('points', block);
    case 'table':
      return shapeAs('table', block);
    case 'quote':
      return shapeAs('quote', block);
    case 'code':
      return block.lang === 'mermaid' ? shapeAs('diagram', block) : shapeAs('code', block);
    case 'paragraph':
      return shapeAs('figure', block);
    default:
      return null;
  }
}

function shapeAs(
  kind: Exclude<SectionKind, 'text'>,
  block: Block,
  options: readonly string[] = [],
): Shape | null {
  switch (kind) {
    case 'points':
      return block.type === 'list' ? { kind, items: block.items } : null;
    case 'steps':
      return block.type === 'list' ? { kind, start: block.start, items: block.items } : null;
    case 'stats':
      return block.type === 'list' ? stats(block, false) : null;
    case 'table': {
      if (block.type !== 'table') return null;
      const { header, align, rows } = block;
      return { kind, header, align, rows };
    }
    case 'bars':
      return block.type === 'table' ? bars(block, options.includes('log') ? 'log' : 'linear') : null;
    case 'timeline': {
      const pairs = block.type === 'list' ? pairsOf(block) : null;
      return (
        pairs && { kind, moments: pairs.map(({ bold, rest, prose }) => ({ when: bold, what: rest, prose })) }
      );
    }
    case 'quote':
      return block.type === 'quote' ? quote(block) : null;
    case 'figure': {
      const image = imageOf(block);
      return image && { kind, image };
    }
    case 'code':
      // Code that shows how a diagram is written is no diagram.
      return block.type === 'code'
        ? { kind, lang: block.lang === 'mermaid' ? '' : block.lang, code: block.text }
        : null;
    case 'diagram':
      return block.type === 'code' && block.lang === 'mermaid' ? { kind, source: block.text } : null;
  }
}

/** `- **260 人** 员工`: a bold value first, then its label. Unasked, each value must have a digit. */
function stats(list: BlockOf<'list'>, digitsOnly: boolean): Shape | null {
  const pairs = pairsOf(list);
  if (!pairs || (digitsOnly && !pairs.every(({ bold }) => /\d/.test(plainText(bold))))) return null;
  return {
    kind: 'stats',
    stats: pairs.map(({ bold, rest, prose }) => ({ value: bold, label: rest, prose })),
  };
}

/** Items of one paragraph each, which begins in bold type; null where one is not so. */
function pairsOf(list: BlockOf<'list'>): readonly Pair[] | null {
  const found: Pair[] = [];
  for (const item of list.items) {
    const [paragraph, ...more] = item.blocks;
    if (paragraph?.type !== 'paragraph' || more.length > 0) return null;
    const [bold, ...rest] = paragraph.prose.inlines;
    if (bold?.type !== 'strong' || rest.length === 0) return null;
    found.push({ bold: bold.children, rest, prose: paragraph.prose });
  }
  return found;
}

function bars(table: BlockOf<'table'>, scale: 'linear' | 'log'): Shape | null {
  const [, measure] = table.header;
  if (!measure || table.header.length !== 2) return null;
  const found = table.rows.flatMap(([label, value]) =>
    label && value ? [{ label, value, amount: readAmount(plainText(value.inlines)) }] : [],
  );
  return { kind: 'bars', measure, unit: unitOf(measure), scale, bars: found };
}

/** `1,700` or `1700.5`; no sign, because a bar has no length below nothing. */
function readAmount(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(digits) ? Number(digits.replaceAll(',', '')) : null;
}

/** A last paragraph `—— name` says whose words they are. */
function quote(block: BlockOf<'quote'>): Shape {
  const last = block.blocks.at(-1);
  const first = last?.type === 'paragraph' ? last.prose.inlines[0] : undefined;
  const dash = first?.type === 'text' ? /^(?:——|--|—|–)\s*/.exec(first.text) : null;
  if (last?.type !== 'paragraph' || first?.type !== 'text' || !dash || block.blocks.length < 2) {
    return { kind: 'quote', blocks: block.blocks, attribution: null };
  }
  const name: Inline = { type: 'text', text: first.text.slice(dash[0].length) };
  const attribution = { ...last.prose, inlines: [name, ...last.prose.inlines.slice(1)] };
  return { kind: 'quote', blocks: block.blocks.slice(0, -1), attribution };
}

function describe(blocks: readonly Block[]): string {
  const names = blocks.map((block) => {
    if (block.type === 'list') return block.ordered ? 'ordered list' : 'list';
    if (imageOf(block)) return 'image';
    return block.type === 'code' ? (block.lang === 'mermaid' ? 'mermaid fence' : 'code fence') : block.type;
  });
  return names.join(', ');
}
