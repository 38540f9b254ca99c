import { FILE_START, type Finding, type FindingArgs, finding, type Result } from '../../findings/finding.ts';
import { type FlowingSlide, kindOf, type Slide } from '../kinds/slides.ts';
import type { Page } from '../typeset/page.ts';
import { fitWhole, headingLines, type Layout, layOutSlide, MOST_HEADING_LINES } from './lay-out.ts';

/**
 * A single slide if smaller type makes that possible; else several, numbered.
 * @param pages from the largest type to the smallest
 */
export function splitSlide(slide: FlowingSlide, pages: readonly Page[]): Result<readonly Slide[]> {
  const heading = headingTooLong(slide, pages);
  const whole = wholeSlide(slide, pages);
  if (whole) return { value: [whole], findings: heading ?? [] };
  const layout = layOutSlide(slide, pages);
  if (!layout || layout.parts.length === 0) return { value: [slide], findings: [] };
  const { parts, page } = layout;
  const value = parts.map(({ content, start, end }, index) => ({
    ...content.cut(start, end),
    density: page.density,
    part: parts.length > 1 ? { index: index + 1, total: parts.length } : null,
    // Notes appear once; all parts share the sources.
    notes: index === 0 ? slide.notes : [],
  }));
  return { value, findings: heading ?? partTooLong(slide, layout) };
}

/**
 * The slide on one page in the largest type that fits, or one step smaller if that helps its layout; null if none fits.
 */
function wholeSlide<S extends FlowingSlide>(slide: S, pages: readonly Page[]): S | null {
  for (const [index, page] of pages.entries()) {
    const whole = fitWhole(slide, page);
    if (!whole) continue;
    const next = pages[index + 1];
    const smaller = next && next.density <= 0 ? fitWhole(slide, next) : null;
    return smaller && kindOf(slide).gains?.(smaller, whole) ? smaller : whole;
  }
  return null;
}

/** Null if the heading is short enough. An answer repeats the question, whose own slide reports it. */
function headingTooLong(slide: FlowingSlide, pages: readonly Page[]): readonly Finding[] | null {
  const page = pages.at(-1);
  const lines = page ? headingLines(slide, page) : 0;
  if (lines <= MOST_HEADING_LINES) return null;
  if (kindOf(slide).isAnswer) return [];
  return [tooLong(slide, { what: 'heading', lines, most: MOST_HEADING_LINES })];
}

/** Content that can neither be broken nor shrink. */
function partTooLong(slide: FlowingSlide, { page, parts }: Layout): readonly Finding[] {
  const part = parts.find(({ height, room }) => height > room);
  if (!part) return [];
  const { lineHeight } = page.scale.body;
  const lines = Math.ceil(part.height / lineHeight);
  const most = Math.max(0, Math.floor(part.room / lineHeight));
  return [tooLong(slide, { what: kindOf(slide).unbreakable ?? 'part', lines, most })];
}

function tooLong(slide: Slide, args: FindingArgs['text-too-long']): Finding {
  return finding(slide.origin.file, { ...FILE_START, line: slide.origin.line }, 'text-too-long', args);
}
