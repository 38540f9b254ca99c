import type { CoverSlide, Slide } from '../../src/deck/deck.ts';
import { type FlowingSlide, flowOf } from '../../src/deck/flow.ts';
import { roomBelow } from '../../src/deck/heading-room.ts';
import type { Page } from '../../src/deck/page.ts';
import { type StatementSlide, statement } from '../../src/deck/statement.ts';

/** How high a slide's content is as it stands, heading included, in pixels. */
export function slideHeight(slide: Slide | CoverSlide, page: Page): number {
  if (isStatement(slide)) return statement(slide, page).height;
  const content = flowOf(slide, page, Number.POSITIVE_INFINITY);
  return page.box.height - roomBelow(slide, page) + content.height(0, content.pieces);
}

function isStatement(slide: FlowingSlide | StatementSlide): slide is StatementSlide {
  return ['cover', 'takeaway', 'question', 'closing'].includes(slide.kind);
}
