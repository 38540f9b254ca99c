import { type Breakable, breakPages, type Group } from '../flow/breakable.ts';
import { footnotesHeight, withFootnotes } from '../footnotes.ts';
import { type FlowingSlide, flowOf, kindOf, type Slide } from '../kinds/slides.ts';
import { type Text, text } from '../slide.ts';
import { BLOCK_GAP, HEADING_MARGIN, roomOf, type Type } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight } from '../typeset/size.ts';

/** A slide laid out at one density, in parts. */
export interface Layout {
  readonly page: Page;
  readonly parts: readonly LaidPart[];
}

/** Some pieces of the content below a slide's heading. */
export interface LaidPart extends Group {
  readonly content: Breakable<Slide>;
  /** Height of the pieces, and available height, in pixels. */
  readonly height: number;
  readonly room: number;
}

/**
 * Lays out a slide in as few parts as the smallest type allows, with the largest type that needs no more of them.
 * @param pages from the largest type to the smallest
 */
export function layOutSlide(slide: FlowingSlide, pages: readonly Page[]): Layout | null {
  const smallest = pages.at(-1);
  if (!smallest) return null;
  const last = layOut(slide, smallest);
  for (const page of pages.slice(0, -1)) {
    if (!suits(slide, page)) continue;
    if (headingLines(slide, page) > MOST_HEADING_LINES) continue;
    const layout = layOut(slide, page);
    if (layout.parts.length === last.parts.length && overfull(layout) <= overfull(last)) return layout;
  }
  return last;
}

/** The slide on one page in this type; null if it does not fit. */
export function fitWhole<S extends FlowingSlide>(slide: S, page: Page): S | null {
  if (!suits(slide, page) || stripsOf(slide, page).length > 1) return null;
  if (page.density < 2 && headingLines(slide, page) > MOST_HEADING_LINES) return null;
  const room = roomBelow(slide, page);
  const content = contentOf(slide, page, room);
  const height = content.height(0, content.pieces);
  if (height > roomOf(page, room)) return null;
  const { voice, spread, gains } = kindOf(slide);
  const spoken = voice?.(slide, page) ?? null;
  const isMiddle = spread !== undefined && height + spread(slide, page) < MIDDLE * room;
  return {
    ...(gains ? (content.cut(0, content.pieces) as S) : slide),
    density: page.density,
    ...(spoken ? { voice: spoken } : {}),
    ...(isMiddle ? { isMiddle } : {}),
  };
}

/** Content that fills less of its room is centred vertically. */
const MIDDLE = 0.6;

/** The share of the room below its heading that a slide's content takes: above 1 it does not fit. */
export function fillOf(slide: FlowingSlide, page: Page): number {
  const room = roomBelow(slide, page);
  const content = contentOf(slide, page, room);
  return content.height(0, content.pieces) / room;
}

/** Whether type of this size suits the slide, regardless of whether it fits. */
function suits(slide: FlowingSlide, page: Page): boolean {
  return page.density >= 0 || kindOf(slide).grows?.(slide, page) === true;
}

/** The content below a slide's heading, including footnotes. */
function contentOf(slide: FlowingSlide, page: Page, room: number): Breakable<Slide> {
  if (!slide.hasFootnotes) return flowOf(slide, page, room);
  // A part as high as the page leaves no room for footnotes; but footnotes alone must not fill a page.
  const below = Math.min(footnotesHeight(slide, page), room / 2);
  return withFootnotes(flowOf(slide, page, room - below), page);
}

/** A longer heading leaves too little room for the content. */
export const MOST_HEADING_LINES = 3;

/** Height left below a slide's heading, in pixels. */
export function roomBelow(slide: FlowingSlide, page: Page): number {
  const { width, height } = page.box;
  const { title, part } = slide;
  const shown: Text = part ? [...title, ...text(` (${part.index}/${part.total})`)] : title;
  const own = textHeight(shown, headingType(slide, page), width, page);
  const heading = page.density < 2 ? Math.max(page.headingHeight, own) : own;
  return height - heading - HEADING_MARGIN - BLOCK_GAP;
}

/** Without the part number. */
export function headingLines(slide: FlowingSlide, page: Page): number {
  return countTextLines(slide.title, headingType(slide, page), page.box.width, page);
}

function overfull({ parts }: Layout): number {
  return parts.filter(({ height, room }) => height > room).length;
}

function layOut(slide: FlowingSlide, page: Page): Layout {
  let count = 1;
  let parts: readonly LaidPart[] = [];
  let last = Number.NaN;
  // The part number `(1/2)` may add a line to the heading, and thus more parts.
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
  return stripsOf(slide, page).flatMap((each) => {
    const content = contentOf(each, page, room);
    return breakPages(content, room).map(({ start, end }) => ({
      content,
      start,
      end,
      height: content.height(start, end),
      room,
    }));
  });
}

function stripsOf(slide: FlowingSlide, page: Page): readonly FlowingSlide[] {
  return kindOf(slide).strips?.(slide, page) ?? [slide];
}

function headingType(slide: FlowingSlide, { scale }: Page): Type {
  return kindOf(slide).isAnswer ? scale.answerHeading : scale.heading;
}
