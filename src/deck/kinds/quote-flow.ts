import type { SlideOf } from '../deck.ts';
import { breakBlocks } from '../flow/break-blocks.ts';
import type { Breakable } from '../flow/breakable.ts';
import { BLOCK_GAP, QUOTE_INDENT } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import type { Rooms } from './frame-flow.ts';

/** In front of who said it, in pixels. */
const DASH = 48;

/** Parted between its paragraphs, then between sentences; who said it stands at the end. */
export function quoteFlow(
  slide: SlideOf<'quote'>,
  page: Page,
  { room, above, below }: Rooms,
): Breakable<SlideOf<'quote'>> {
  const { attribution } = slide;
  const width = page.box.width - QUOTE_INDENT;
  const source = attribution ? textHeight(attribution, page.scale.body, width - DASH, page) + BLOCK_GAP : 0;
  const quoteRoom = room - Math.max(above, below + source);
  const blocks = breakBlocks(slide.blocks, { type: page.scale.quote, width, room: quoteRoom, page });
  const { pieces } = blocks;
  return {
    pieces,
    height: (start, end) => blocks.height(start, end) + (end === pieces ? source : 0),
    breakCost: (at) => blocks.breakCost(at),
    cut: (start, end) => ({
      ...slide,
      blocks: blocks.cut(start, end),
      attribution: end === pieces ? attribution : null,
    }),
  };
}
