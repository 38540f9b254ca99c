import type { Block, BlockOf } from '../content/block.ts';
import { blockHeight, itemHeight } from './block-height.ts';
import { BLOCK_GAP, BOX } from './canvas.ts';
import type { Slide } from './deck.ts';
import { type Flow, simpleFlow } from './simple-flow.ts';

/** A list may be parted between its items; then each page has a list of its own. */
type Unit =
  | { readonly type: 'block'; readonly block: Block }
  | { readonly type: 'item'; readonly list: BlockOf<'list'>; readonly index: number };

/** Blocks one below the other. @param fixed height that every page repeats, in pixels */
export function blocksFlow(
  blocks: readonly Block[],
  fixed: number,
  rebuild: (blocks: readonly Block[]) => Slide,
): Flow {
  const units = blocks.flatMap((block): readonly Unit[] =>
    block.type === 'list'
      ? block.items.map((_, index) => ({ type: 'item', list: block, index }))
      : [{ type: 'block', block }],
  );
  const flow = simpleFlow(units, BLOCK_GAP, unitHeight, (part) => rebuild(joinUnits(part)));
  return { ...flow, fixed };
}

function unitHeight(unit: Unit): number {
  if (unit.type === 'block') return blockHeight(unit.block, BOX.width);
  const item = unit.list.items[unit.index];
  return item ? itemHeight(item, unit.list.ordered, BOX.width) : 0;
}

function joinUnits(units: readonly Unit[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: BlockOf<'list'> | null = null;
  for (const unit of units) {
    if (unit.type === 'block') {
      blocks.push(unit.block);
      open = null;
      continue;
    }
    const items = unit.list.items.slice(unit.index, unit.index + 1);
    const last = blocks.at(-1);
    if (open === unit.list && last?.type === 'list') {
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...items] };
    } else {
      blocks.push({ ...unit.list, items, start: unit.list.start + unit.index });
      open = unit.list;
    }
  }
  return blocks;
}
