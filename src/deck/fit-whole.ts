import { headingLines, MOST_HEADING_LINES, roomBelow } from './heading-room.ts';
import { type FlowingSlide, flowOf } from './kinds/flow.ts';
import { columnParts } from './paginate/lay-out.ts';
import type { Page } from './typeset/page.ts';

/** The slide on one page in this type; null where it does not fit. */
export function fitWhole<S extends FlowingSlide>(slide: S, page: Page): S | null {
  if (columnParts(slide, page).length > 1) return null;
  if (page.density < 2 && headingLines(slide, page) > MOST_HEADING_LINES) return null;
  const room = roomBelow(slide, page);
  const content = flowOf(slide, page, room);
  return content.height(0, content.pieces) <= room ? { ...slide, density: page.density } : null;
}
