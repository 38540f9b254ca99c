import { breakPages, type Group } from '../break-pages.ts';
import type { Slide } from '../deck.ts';
import type { Breakable } from '../flow/breakable.ts';
import { headingLines, MOST_HEADING_LINES, roomBelow } from '../heading-room.ts';
import { type FlowingSlide, flowOf } from '../kinds/flow.ts';
import { tableParts } from '../kinds/table-flow.ts';
import { matrixParts } from '../matrix-flow.ts';
import type { Page } from '../typeset/page.ts';

/** A slide as it is set at one density, in parts. */
export interface Layout {
  readonly page: Page;
  readonly parts: readonly LaidPart[];
}

/** Some pieces of what is below a slide's heading. */
export interface LaidPart extends Group {
  readonly content: Breakable<Slide>;
  /** Of the pieces, and of what there is for them, in pixels. */
  readonly height: number;
  readonly room: number;
}

/**
 * As few parts as the smallest type allows, in the largest type that makes no more of them.
 * @param pages from the largest type to the smallest
 */
export function layOutSlide(slide: FlowingSlide, pages: readonly Page[]): Layout | null {
  const smallest = pages.at(-1);
  if (!smallest) return null;
  const last = layOut(slide, smallest);
  for (const page of pages.slice(0, -1)) {
    if (headingLines(slide, page) > MOST_HEADING_LINES) continue;
    const layout = layOut(slide, page);
    if (layout.parts.length === last.parts.length && overfull(layout) <= overfull(last)) return layout;
  }
  return last;
}

function overfull({ parts }: Layout): number {
  return parts.filter(({ height, room }) => height > room).length;
}

function layOut(slide: FlowingSlide, page: Page): Layout {
  let count = 1;
  let parts: readonly LaidPart[] = [];
  let last = Number.NaN;
  // With its '(1/2)' the heading may take a line more, and so make more parts.
  for (let round = 0; round < 3; round += 1) {
    const part = count > 1 ? { index: count, total: count } : null;
    const room = roomBelow({ ...slide, part }, page);
    if (room === last) break;
    last = room;
    parts = breakSlide(slide, page, room);
    count = parts.length;
  }
  return { page, parts };
}

function breakSlide(slide: FlowingSlide, page: Page, room: number): readonly LaidPart[] {
  return columnParts(slide, page).flatMap((each) => {
    const content = flowOf(each, page, room);
    return breakPages(content, room).map(({ start, end }) => ({
      content,
      start,
      end,
      height: content.height(start, end),
      room,
    }));
  });
}

/** Slides with some of the columns each, where they are too many for one. */
export function columnParts(slide: FlowingSlide, page: Page): readonly FlowingSlide[] {
  if (slide.kind === 'table') return tableParts(slide, page);
  return slide.kind === 'matrix' ? matrixParts(slide, page) : [slide];
}
