import { BLOCK_GAP, BOX, HEADING, HEADING_MARGIN, LEAD, QUESTION_HEADING } from './canvas.ts';
import type { Deck, Slide, Text } from './deck.ts';
import { flowOf } from './flow.ts';
import { type Group, groupByHeight } from './group-by-height.ts';
import type { Flow } from './simple-flow.ts';
import { text } from './text.ts';
import { textHeight } from './text-height.ts';

/** Continues on a next slide what does not fit on one, and numbers the parts. */
export function paginate(deck: Deck): Deck {
  return { ...deck, slides: deck.slides.flatMap(splitSlide) };
}

function splitSlide(slide: Slide): readonly Slide[] {
  const flow = flowOf(slide);
  if (!flow) return [slide];
  const groups = groupsOf(slide, flow);
  if (groups.length < 2) return [slide];
  const lead = 'lead' in slide ? slide.lead : null;
  const aside = 'aside' in slide ? slide.aside : null;
  return groups.map((group, index): Slide => {
    const last = index === groups.length - 1;
    const part = flow.part(group);
    return {
      ...part,
      ...('lead' in part ? { lead: index === 0 ? lead : null, aside: last ? aside : null } : {}),
      part: { index: index + 1, total: groups.length },
      // What is said is said once; every part rests on the same lines.
      notes: index === 0 ? slide.notes : [],
    };
  });
}

function groupsOf(slide: Slide, flow: Flow): readonly Group[] {
  const heights = [...flow.heights];
  const add = (index: number, height: number): void => {
    heights[index] = (heights[index] ?? 0) + height;
  };
  if ('lead' in slide && slide.lead) add(0, leadHeight(slide.lead));
  if ('aside' in slide && slide.aside) add(heights.length - 1, leadHeight(slide.aside));

  const pages = (title: Text): readonly Group[] =>
    joinColumns(groupByHeight(heights, flow.gap, room(slide, title) - flow.fixed), flow.columns ?? 1);
  const whole = pages(slide.title);
  if (whole.length < 2) return whole;
  // With its '(1/2)' the heading may take a line more.
  return pages([...slide.title, ...text(` (${whole.length}/${whole.length})`)]);
}

/** Columns to pages. */
function joinColumns(columns: readonly Group[], perPage: number): readonly Group[] {
  return columns.flatMap(({ start }, index) => {
    if (index % perPage !== 0) return [];
    const last = columns[Math.min(index + perPage, columns.length) - 1];
    return last ? [{ start, end: last.end }] : [];
  });
}

/** What a heading leaves of the box. */
function room(slide: Slide, title: Text): number {
  const type = slide.kind === 'answer' ? QUESTION_HEADING : HEADING;
  return BOX.height - textHeight(title, type, BOX.width) - HEADING_MARGIN - BLOCK_GAP;
}

function leadHeight(lead: Text): number {
  return textHeight(lead, LEAD, BOX.width) + BLOCK_GAP;
}
