import type { CoverSlide, Slide } from '../../src/deck/deck.ts';
import { type FlowingSlide, flowOf } from '../../src/deck/kinds/flow.ts';
import { type SingleBlockSlide, singleBlock } from '../../src/deck/kinds/single-block.ts';
import { roomBelow } from '../../src/deck/paginate/lay-out.ts';
import type { Page } from '../../src/deck/typeset/page.ts';

/** How high a slide's content is as it stands, heading included, in pixels. */
export function slideHeight(slide: Slide | CoverSlide, page: Page): number {
  if (isStatement(slide)) return singleBlock(slide, page).height;
  const content = flowOf(slide, page, Number.POSITIVE_INFINITY);
  return page.box.height - roomBelow(slide, page) + content.height(0, content.pieces);
}

function isStatement(slide: FlowingSlide | SingleBlockSlide): slide is SingleBlockSlide {
  return ['cover', 'takeaway', 'question', 'closing'].includes(slide.kind);
}
