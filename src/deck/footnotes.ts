import type { Inline } from '../content/summary/markup.ts';
import type { Breakable } from './flow/breakable.ts';
import type { CoverSlide, Slide } from './kinds/slides.ts';
import type { Text } from './slide.ts';
import { BLOCK_GAP, FOOTNOTES, NOTE } from './typeset/canvas.ts';
import type { Page } from './typeset/page.ts';
import { textHeight } from './typeset/size.ts';

export type Footnote = Extract<Inline, { type: 'footnote' }>;

/** The footnotes of a slide, each once, in reading order; the number is the position. */
export function footnotesOf(slide: Slide | CoverSlide): readonly Footnote[] {
  if (!slide.hasFootnotes) return [];
  const found = new Map<string, Footnote>();
  // Text above and below the main block is read before and after it.
  const {
    title,
    lead = null,
    aside = null,
    notes: _,
    place: __,
    ...main
  } = { lead: null, aside: null, ...slide };
  for (const part of [title, lead, main, aside]) collect(part, found);
  return [...found.values()];
}

/** Height of the footnotes of a slide, including the gap above, in pixels. */
export function footnotesHeight(slide: Slide | CoverSlide, page: Page): number {
  const footnotes = footnotesOf(slide);
  if (footnotes.length === 0) return 0;
  const heights = footnotes.map(({ note }, index) =>
    textHeight(numbered(index + 1, note.inlines), NOTE, page.box.width, page),
  );
  const gaps = BLOCK_GAP + FOOTNOTES.above + FOOTNOTES.gap * (footnotes.length - 1);
  return heights.reduce((sum, height) => sum + height, gaps);
}

/** The same content, with the height of each part including its footnotes. */
export function withFootnotes<S extends Slide>(content: Breakable<S>, page: Page): Breakable<S> {
  const known = new Map<string, number>();
  const below = (start: number, end: number): number => {
    const key = `${start} ${end}`;
    const height = known.get(key) ?? (start < end ? footnotesHeight(content.cut(start, end), page) : 0);
    known.set(key, height);
    return height;
  };
  return {
    pieces: content.pieces,
    height: (start, end) => content.height(start, end) + below(start, end),
    breakCost: (at) => content.breakCost(at),
    cut: (start, end) => content.cut(start, end),
  };
}

function numbered(number: number, note: Text): Text {
  return [
    { type: 'raised', children: [{ type: 'text', text: String(number) }] },
    { type: 'text', text: ' ' },
    ...note,
  ];
}

/** Searches all parts of a slide; text other than a footnote mark contains none. */
function collect(part: unknown, found: Map<string, Footnote>): void {
  if (typeof part !== 'object' || part === null) return;
  if ('type' in part && part.type === 'footnote') {
    const footnote = part as Footnote;
    if (!found.has(footnote.label)) found.set(footnote.label, footnote);
    return;
  }
  for (const each of Object.values(part)) collect(each, found);
}
