import { type Diagnostic, error, FILE_START, type FindingArgs } from '../diagnostics/diagnostic.ts';
import type { Slide } from './deck.ts';
import { fitWhole } from './fit-whole.ts';
import type { FlowingSlide } from './flow.ts';
import { headingLines, MOST_HEADING_LINES } from './heading-room.ts';
import { type Layout, layOutSlide } from './lay-out-slide.ts';
import type { Page } from './page.ts';

export type Report = (found: Diagnostic) => void;

/**
 * One slide where smaller type makes that possible; else several, numbered.
 * @param pages from the largest type to the smallest
 */
export function splitSlide(slide: FlowingSlide, pages: readonly Page[], report: Report): readonly Slide[] {
  for (const page of pages) {
    const whole = fitWhole(slide, page);
    if (!whole) continue;
    checkHeading(slide, pages, report);
    return [whole];
  }
  const layout = layOutSlide(slide, pages);
  if (!layout || layout.parts.length === 0) return [slide];
  if (checkHeading(slide, pages, report)) checkParts(slide, layout, report);
  const { parts, page } = layout;
  return parts.map(({ content, start, end }, index) => ({
    ...content.cut(start, end),
    density: page.density,
    part: parts.length > 1 ? { index: index + 1, total: parts.length } : null,
    // What is said is said once; every part rests on the same lines.
    notes: index === 0 ? slide.notes : [],
  }));
}

/** Whether the heading is short enough; an answer's is the question, which is looked at where it is asked. */
function checkHeading(slide: FlowingSlide, pages: readonly Page[], report: Report): boolean {
  const page = pages.at(-1);
  const lines = page ? headingLines(slide, page) : 0;
  if (lines <= MOST_HEADING_LINES) return true;
  if (slide.kind !== 'answer' && slide.kind !== 'answers') {
    report(tooLong(slide, { what: 'heading', lines, most: MOST_HEADING_LINES }));
  }
  return false;
}

/** What can neither be parted nor be set smaller. */
function checkParts(slide: FlowingSlide, { page, parts }: Layout, report: Report): void {
  const part = parts.find(({ height, room }) => height > room);
  if (!part) return;
  const { lineHeight } = page.scale.body;
  const lines = Math.ceil(part.height / lineHeight);
  const most = Math.max(0, Math.floor(part.room / lineHeight));
  report(tooLong(slide, { what: slide.kind === 'speaker' ? 'speaker' : 'part', lines, most }));
}

function tooLong(slide: Slide, args: FindingArgs['text-too-long']): Diagnostic {
  return error(slide.origin.file, { ...FILE_START, line: slide.origin.line }, 'text-too-long', args);
}
