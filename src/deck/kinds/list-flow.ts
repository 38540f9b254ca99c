import type { Block, ListItem } from '../../content/summary/markup.ts';
import type { Item, SlideOf } from '../deck.ts';
import { breakItem } from '../flow/break-blocks.ts';
import { type Breakable, mapBreakable, solid } from '../flow/breakable.ts';
import { stack } from '../stack.ts';
import { LIST, STEPS } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import type { Rooms } from './frame-flow.ts';

/** The disc that a step's number stands in, in pixels. */
const STEP_NUMBER = 36;

/** Points or steps: parted between items, and within one that is higher than a page. */
export function itemsFlow<S extends SlideOf<'points'> | SlideOf<'steps'>>(
  slide: S,
  page: Page,
  { room, above, below }: Rooms,
): Breakable<S> {
  const { indent, gap } = slide.kind === 'steps' ? STEPS : LIST;
  const width = page.box.width - indent;
  const last = slide.items.length - 1;
  const children = slide.items.map((item, index) =>
    breakPoint(item, width, room - (index === 0 ? above : 0) - (index === last ? below : 0), page),
  );
  // The number of the last step may reach below its line.
  const numberBelow =
    slide.kind === 'steps' ? Math.max(0, (STEP_NUMBER - page.scale.body.lineHeight) / 2) : 0;
  return mapBreakable(
    stack(children, { gap: () => gap }),
    (layers) => ({
      ...slide,
      ...(slide.kind === 'steps' ? { start: slide.start + (layers[0]?.index ?? 0) } : {}),
      items: layers.map(({ value }) => value),
    }),
    numberBelow,
  );
}

function breakPoint(item: Item, width: number, room: number, page: Page): Breakable<Item> {
  const type = page.scale.body;
  if (item.children.length === 0) {
    const height = textHeight(item.text, type, width, page);
    if (height <= room) return solid(item, height);
  }
  const content = breakItem(toListItem(item), { type, width, room, page });
  return mapBreakable(content, (part, start, end) =>
    end - start === content.pieces ? item : toItem(part.blocks),
  );
}

const NOWHERE = { first: 0, last: 0 };

function toListItem({ text, children }: Item): ListItem {
  const prose = { inlines: text, citations: [], lines: NOWHERE };
  const head: readonly Block[] = text.length > 0 ? [{ type: 'paragraph', prose, lines: NOWHERE }] : [];
  return { blocks: [...head, ...children], lines: NOWHERE };
}

/** What goes on without the item's own text still is an item, with the same number. */
function toItem(blocks: readonly Block[]): Item {
  const [head, ...children] = blocks;
  return head?.type === 'paragraph' ? { text: head.prose.inlines, children } : { text: [], children: blocks };
}
