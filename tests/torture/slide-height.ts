import { type CoverSlide, flowOf, isBlock, kindOf, type Slide } from '../../src/deck/kinds/slides.ts';
import { roomBelow } from '../../src/deck/paginate/lay-out.ts';
import type { Page } from '../../src/deck/typeset/page.ts';

/** Natural height of a slide's content, including the heading, in pixels. */
export function slideHeight(slide: Slide | CoverSlide, page: Page): number {
  if (isBlock(slide)) return kindOf(slide).block(slide, page).height;
  const content = flowOf(slide, page, Number.POSITIVE_INFINITY);
  return page.box.height - roomBelow(slide, page) + content.height(0, content.pieces);
}
