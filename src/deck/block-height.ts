import type { Block, BlockOf, ListItem } from '../content/block.ts';
import {
  BLOCK_GAP,
  BODY,
  CODE,
  LIST,
  ORDERED_INDENT,
  QUOTE_INDENT,
  SMALL,
  SUBHEADING,
  TABLE,
} from './canvas.ts';
import { countLines } from './count-lines.ts';
import { sum } from './sum.ts';
import { tableRowHeights } from './table-heights.ts';
import { textHeight } from './text-height.ts';

/** Height of blocks one below the other, in pixels. */
function blocksHeight(blocks: readonly Block[], width: number): number {
  const heights = blocks.filter(({ type }) => type !== 'note').map((block) => blockHeight(block, width));
  return sum(heights) + BLOCK_GAP * Math.max(0, heights.length - 1);
}

export function blockHeight(block: Block, width: number): number {
  switch (block.type) {
    case 'paragraph':
      return textHeight(block.prose.inlines, BODY, width);
    case 'heading':
      return textHeight(block.prose.inlines, SUBHEADING, width);
    case 'list': {
      const items = block.items.map((item) => itemHeight(item, block.ordered, width));
      return sum(items) + LIST.gap * Math.max(0, items.length - 1);
    }
    case 'quote':
      return blocksHeight(block.blocks, width - QUOTE_INDENT);
    case 'table': {
      const { header, rows } = block;
      const cells = [header, ...rows].map((row) => row.map(({ inlines }) => inlines));
      return sum(tableRowHeights(cells, width));
    }
    case 'code':
      return codeHeight(block.text, width);
    case 'rule':
      return TABLE.rowPadding;
    case 'note':
      return 0;
  }
}

/** An item of a list, with what is nested in it. */
export function itemHeight({ blocks }: ListItem, ordered: boolean, width: number): number {
  const inner = width - (ordered ? ORDERED_INDENT : LIST.indent);
  const [head, ...nested] = blocks;
  const own = head ? blockHeight(head, inner) : BODY.lineHeight;
  return own + nestedHeight(nested, inner);
}

/** Nested lists are set smaller. */
export function nestedHeight(blocks: readonly Block[], width: number): number {
  return sum(
    blocks.map((block) =>
      block.type === 'list'
        ? LIST.nestedMargin + sum(block.items.map((item) => nestedItemHeight(item, block, width)))
        : BLOCK_GAP + blockHeight(block, width),
    ),
  );
}

function nestedItemHeight({ blocks }: ListItem, list: BlockOf<'list'>, width: number): number {
  const inner = width - (list.ordered ? ORDERED_INDENT : LIST.indent);
  const [head, ...nested] = blocks;
  const own = head?.type === 'paragraph' ? textHeight(head.prose.inlines, SMALL, inner) : SMALL.lineHeight;
  return own + nestedHeight(head?.type === 'paragraph' ? nested : blocks, inner);
}

/** Code is set at the small size, and long lines wrap. */
function codeHeight(code: string, width: number): number {
  return CODE.padding + sum(codeLineHeights(code, width));
}

export function codeLineHeights(code: string, width: number): readonly number[] {
  const style = { size: SMALL.size, bold: false, mono: true };
  return code
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => Math.max(1, countLines(line, style, width - CODE.sidePadding)) * SMALL.lineHeight);
}
