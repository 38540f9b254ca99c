import { rangesOf } from '../../content/parse/fence-info.ts';
import { FORMULA_SCALE, setFormula } from '../../content/summary/formula.ts';
import type { Block, BlockOf, CodeMarks, Definition, ListItem } from '../../content/summary/markup.ts';
import { sum } from '../slide.ts';
import {
  BLOCK_GAP,
  CALLOUT,
  CODE,
  DEFINITIONS,
  FORMULA_PADDING,
  LIST,
  QUOTE_INDENT,
  TABLE,
  type Type,
} from '../typeset/canvas.ts';
import { countLines } from '../typeset/lines.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import { breakTable, type Row, TABLE_RULES, tableStrips } from './break-table.ts';
import { breakText, flatText } from './break-text.ts';
import { type Breakable, type Layer, mapBreakable, NEVER, solid, stack } from './breakable.ts';

type Blocks = readonly Block[];

/** Space and type for blocks. */
interface Frame {
  /** Type of paragraphs and lists. */
  readonly type: Type;
  /** In pixels. */
  readonly width: number;
  /** Height available on a page, in pixels. */
  readonly room: number;
  readonly page: Page;
}

/** Cost of a break between an item's text and its nested blocks. */
const WITHIN_ITEM = 0.5;
/** Cost of a break after `... as follows:`. */
const AFTER_COLON = 0.5;

/** Stacks blocks. Lists may be broken between items, other blocks only if higher than a page. */
export function breakBlocks(blocks: Blocks, frame: Frame): Breakable<Blocks> {
  const shown = blocks.filter(({ type }) => type !== 'note');
  let above = 0;
  const children = shown.map((block) => {
    // Blocks after a heading share the page with it.
    const child = breakBlock(block, { ...frame, room: frame.room - above });
    above = block.type === 'heading' ? above + child.height(0, child.pieces) + BLOCK_GAP : 0;
    return child;
  });
  const spacing = { gap: () => BLOCK_GAP, cost: (index: number) => costAfter(shown[index - 1]) };
  return mapBreakable(stack(children, spacing), joinLayers);
}

/** An item of a list with its nested blocks; broken only if higher than a page. */
export function breakItem(item: ListItem, frame: Frame): Breakable<ListItem> {
  const small = { ...frame, type: frame.page.scale.small };
  const shown = item.blocks.filter(({ type }) => type !== 'note');
  const children = shown.map((block) =>
    block.type === 'list' ? breakList(block, small, 0) : breakBlock(block, frame),
  );
  const gap = (index: number) => (shown[index]?.type === 'list' ? LIST.nestedMargin : BLOCK_GAP);
  const content = stack(children, { gap, cost: () => WITHIN_ITEM });
  const margin = shown[0]?.type === 'list' ? LIST.nestedMargin : 0;
  const empty = shown.length === 0 ? frame.type.lineHeight : 0;
  const height = content.height(0, content.pieces) + margin + empty;
  if (height <= frame.room) return solid(item, height);
  return mapBreakable(content, (layers) => ({ ...item, blocks: joinLayers(layers) }), margin);
}

/** Costs of breaks in code: a blank line ends a paragraph, an unindented line begins something new. */
const BEFORE_BLANK = 0.3;
const AT_MARGIN = 0.08;
const INSIDE = 0.2;

/** Height of a line that fits nowhere, in pixels; finite, because heights are subtracted. */
const TOO_HIGH = 1_000_000;

interface Code {
  readonly text: string;
  readonly marks?: CodeMarks;
}

/**
 * Code, line by line. Long lines wrap, except in larger type than usual, where such code counts as too high for any
 * page. Each part repeats the file's name.
 */
export function breakCode(
  { text, marks }: Code,
  width: number,
  { density, scale, fonts, chinese }: Page,
): Breakable<Code> {
  const lines = text.replace(/\n$/, '').split('\n');
  const style = { size: scale.code.size, bold: false, mono: true, own: fonts.code, chinese };
  const inner = width - CODE.sidePadding - (marks?.isNumbered ? CODE.numbers * scale.code.size : 0);
  const around = CODE.padding + (marks?.name ? CODE.name : 0);
  const tops = [0];
  for (const line of lines) {
    const count = Math.max(1, countLines(line, style, inner));
    const isTooLarge = density < 0 && count > 1;
    tops.push((tops.at(-1) ?? 0) + (isTooLarge ? TOO_HIGH : count * scale.code.lineHeight));
  }
  return {
    pieces: lines.length,
    height: (start, end) => (tops[end] ?? 0) - (tops[start] ?? 0) + around,
    breakCost(at) {
      const [before = '', after = ''] = lines.slice(at - 1, at + 1);
      if (after.trim() === '') return BEFORE_BLANK;
      if (before.trim() === '') return 0;
      return /^\s/.test(after) ? INSIDE : AT_MARGIN;
    },
    cut: (start, end) => ({
      text: lines.slice(start, end).join('\n'),
      ...(marks ? { marks: cutMarks(marks, start, end) } : {}),
    }),
  };
}

/** Drops steps that highlight none of the lines: their clicks would show nothing. */
function cutMarks(marks: CodeMarks, start: number, end: number): CodeMarks {
  const [first, last] = [marks.first + start, marks.first + end - 1];
  const isHere = (step: string) => rangesOf(step).some(([from, to]) => from <= last && to >= first);
  return { ...marks, first, steps: marks.steps.filter((step) => !/^\d/.test(step) || isHere(step)) };
}

function costAfter(block: Block | undefined): number {
  if (block?.type === 'heading') return NEVER;
  return block?.type === 'paragraph' && /[:\uff1a]\s*$/.test(flatText(block.prose.inlines)) ? AFTER_COLON : 0;
}

function joinLayers(layers: readonly Layer<Blocks>[]): Blocks {
  return layers.flatMap(({ value }) => value);
}

function breakBlock(block: Block, frame: Frame): Breakable<Blocks> {
  const { page, room } = frame;
  switch (block.type) {
    case 'paragraph':
      return breakProse(block, frame.type, frame);
    case 'heading':
      return breakProse(block, page.scale.subheading, frame);
    case 'list':
      return breakList(block, frame, page.lengths.gap);
    case 'quote': {
      const inner = { ...frame, width: frame.width - QUOTE_INDENT };
      const content = breakBlocks(block.blocks, inner);
      return whole(
        block,
        mapBreakable(content, (blocks): Blocks => [{ ...block, blocks }]),
        room,
      );
    }
    case 'callout':
      return breakCallout(block, frame);
    case 'definitions': {
      const items = block.items.map((item) => solid(item, definitionHeight(item, frame)));
      return mapBreakable(
        stack(items, { gap: () => DEFINITIONS.gap }),
        (layers): Blocks => [{ ...block, items: layers.map(({ value }) => value) }],
      );
    }
    case 'table':
      return breakTables(block, frame);
    case 'code': {
      const content = breakCode(block, frame.width, page);
      return whole(
        block,
        mapBreakable(content, (part): Blocks => [{ ...block, ...part }]),
        room,
      );
    }
    case 'formula':
      return solid([block], formulaHeight(block, frame));
    case 'rule':
      return solid([block], TABLE.rowPadding);
    case 'note':
      return solid([], 0);
  }
}

/** A box that is split repeats its head on each page. */
function breakCallout(block: BlockOf<'callout'>, frame: Frame): Breakable<Blocks> {
  const { page, room } = frame;
  const width = frame.width - CALLOUT.sidePadding;
  const head = block.title?.inlines ?? [{ type: 'text', text: page.labels[block.kind] } as const];
  const headHeight = textHeight(head, { ...page.scale.small, bold: true }, width, page);
  const around = CALLOUT.padding + headHeight;
  if (block.blocks.length === 0) return solid([block], around);
  const above = around + CALLOUT.headGap;
  const content = breakBlocks(block.blocks, { ...frame, width, room: room - above });
  return whole(
    block,
    mapBreakable(content, (blocks): Blocks => [{ ...block, blocks }], above),
    room,
  );
}

/** Higher than any page if smaller type would make it fit the width. */
function formulaHeight({ tex }: BlockOf<'formula'>, { type, width }: Frame): number {
  const formula = setFormula(tex, true);
  if ('problem' in formula) return type.lineHeight;
  const { parts, above, below } = formula;
  if (sum(parts) * type.size > width) return Number.POSITIVE_INFINITY;
  return FORMULA_PADDING + Math.max(1.2 * FORMULA_SCALE, above + below) * type.size;
}

function definitionHeight({ term, meanings }: Definition, frame: Frame): number {
  const { type, page } = frame;
  const width = frame.width - DEFINITIONS.indent;
  return meanings.reduce(
    (height, blocks) => {
      const meaning = breakBlocks(blocks, { ...frame, width });
      return height + DEFINITIONS.meaningMargin + meaning.height(0, meaning.pieces);
    },
    textHeight(term.inlines, { ...type, bold: true }, frame.width, page),
  );
}

/** Splits a table with too many columns into several, stacked. */
function breakTables(block: BlockOf<'table'>, frame: Frame): Breakable<Blocks> {
  const rows = [block.header, ...block.rows].map((row) => row.map(({ inlines }) => inlines));
  const strips = tableStrips(rows, frame.width, frame.page, TABLE_RULES).map((columns) => {
    const [header = [], ...body] = rows.map((row) => columns.map((column) => row[column] ?? []));
    return mapBreakable(
      breakTable(header, body, { ...frame, rules: TABLE_RULES }),
      (shown): Blocks => [toTable(block, columns, [header, ...shown])],
    );
  });
  return strips.length === 1 && strips[0]
    ? whole(block, strips[0], frame.room)
    : mapBreakable(stack(strips, { gap: () => BLOCK_GAP }), joinLayers);
}

function toTable(
  block: BlockOf<'table'>,
  columns: readonly number[],
  rows: readonly Row[],
): BlockOf<'table'> {
  const [header = [], ...body] = rows.map((row) =>
    row.map((inlines) => ({ inlines, citations: [], lines: block.lines })),
  );
  return { ...block, header, rows: body, align: columns.map((column) => block.align[column] ?? null) };
}

/** Keeps together whatever fits on one page. */
function whole(block: Block, content: Breakable<Blocks>, room: number): Breakable<Blocks> {
  const height = content.height(0, content.pieces);
  return height <= room ? solid([block], height) : content;
}

function breakProse(
  block: BlockOf<'paragraph'> | BlockOf<'heading'>,
  type: Type,
  frame: Frame,
): Breakable<Blocks> {
  return mapBreakable(
    breakText(block.prose.inlines, { ...frame, type }),
    (inlines): Blocks => [{ ...block, prose: { ...block.prose, inlines } }],
  );
}

/** @param gap between items, in pixels */
function breakList(list: BlockOf<'list'>, frame: Frame, gap: number): Breakable<Blocks> {
  const width = frame.width - (list.ordered ? frame.page.lengths.ordered : frame.page.lengths.indent);
  const items = list.items.map((item) => breakItem(item, { ...frame, width }));
  return mapBreakable(stack(items, { gap: () => gap }), (layers): Blocks => {
    const first = layers[0]?.index ?? 0;
    return [{ ...list, start: list.start + first, items: layers.map(({ value }) => value) }];
  });
}
