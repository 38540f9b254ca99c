import type { Text } from './deck.ts';
import type { FlowingSlide } from './kinds/flow.ts';
import { text } from './text.ts';
import { BLOCK_GAP, HEADING_MARGIN, type Type } from './typeset/canvas.ts';
import type { Page } from './typeset/page.ts';
import { countTextLines, textHeight } from './typeset/size.ts';

/** A longer heading leaves too little room for what is below it. */
export const MOST_HEADING_LINES = 3;

/** What a slide's heading leaves of the page, in pixels. */
export function roomBelow(slide: FlowingSlide, page: Page): number {
  const { width, height } = page.box;
  const { title, part } = slide;
  const shown: Text = part ? [...title, ...text(` (${part.index}/${part.total})`)] : title;
  return height - textHeight(shown, headingType(slide, page), width, page) - HEADING_MARGIN - BLOCK_GAP;
}

/** Without the number of the part. */
export function headingLines(slide: FlowingSlide, page: Page): number {
  return countTextLines(slide.title, headingType(slide, page), page.box.width, page);
}

function headingType({ kind }: FlowingSlide, { scale }: Page): Type {
  return kind === 'answer' || kind === 'answers' ? scale.answerHeading : scale.heading;
}
