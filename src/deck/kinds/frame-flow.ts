import { breakText } from '../flow/break-text.ts';
import { type Breakable, NEVER } from '../flow/breakable.ts';
import type { SectionBase, Text } from '../slide.ts';
import { BLOCK_GAP, type Type } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import type { Rooms } from './slide-kind.ts';
import type { TextSlide } from './text-slides.ts';

/** First piece, and the one after the last. */
type Range = readonly [number, number];

/** Cost of a break between a main block and a paragraph that does not fit beside it. */
const DETACHED = 0.3;

/**
 * Places a section's main block between the paragraphs above and below it. They stay with its first and last piece; one
 * that does not fit there moves to one or more text slides.
 */
export function frameFlow<S extends SectionBase>(
  slide: S,
  page: Page,
  room: number,
  mainOf: (rooms: Rooms) => Breakable<S>,
): Breakable<S | TextSlide> {
  const { lead, aside } = slide;
  if (!lead && !aside) return mainOf({ room, above: 0, below: 0 });
  const { lead: type, body } = page.scale;
  const { width } = page.box;
  const heightOf = (text: Text | null, kind: Type) =>
    text && text.length > 0 ? textHeight(text, kind, width, page) + BLOCK_GAP : 0;
  const [leadHeight, asideHeight] = [heightOf(lead, type), heightOf(aside, type)];
  // A paragraph that takes up most of a page leaves the main block its own pages.
  const beside = (height: number) => (height < room / 2 ? height : 0);
  const main = mainOf({ room, above: beside(leadHeight), below: beside(asideHeight) });
  const { pieces } = main;

  const leadStays = leadHeight + main.height(0, 1) <= room;
  const between = pieces === 1 && leadStays ? leadHeight : 0;
  const asideStays = between + main.height(pieces - 1, pieces) + asideHeight <= room;
  const detach = (text: Text) => breakText(text, { type: body, width, room, page });
  const above = lead ? (leadStays ? one(lead) : detach(lead)) : null;
  const below = aside ? (asideStays ? one(aside) : detach(aside)) : null;
  const first = above?.pieces ?? 0;
  const last = first + pieces;
  const range = (start: number, end: number, from: number, count: number): Range => [
    Math.min(count, Math.max(0, start - from)),
    Math.min(count, Math.max(0, end - from)),
  ];
  const split = (start: number, end: number) => ({
    above: range(start, end, 0, first),
    main: range(start, end, first, pieces),
    below: range(start, end, last, below?.pieces ?? 0),
  });
  const cutOf = (text: Breakable<Text> | null, [start, end]: Range): Text | null =>
    text && start < end ? text.cut(start, end) : null;
  const ownHeight = (text: Breakable<Text> | null, part: Range): number => (text ? text.height(...part) : 0);

  return {
    pieces: last + (below?.pieces ?? 0),
    height(start, end) {
      const part = split(start, end);
      if (part.main[0] === part.main[1]) return ownHeight(above, part.above) + ownHeight(below, part.below);
      const frame = heightOf(cutOf(above, part.above), type) + heightOf(cutOf(below, part.below), type);
      return frame + main.height(...part.main);
    },
    breakCost(at) {
      if (at === first) return leadStays ? NEVER : DETACHED;
      if (at === last) return asideStays ? NEVER : DETACHED;
      if (at < first) return above?.breakCost(at) ?? 0;
      return at < last ? main.breakCost(at - first) : (below?.breakCost(at - last) ?? 0);
    },
    cut(start, end) {
      const part = split(start, end);
      const [leadText, asideText] = [cutOf(above, part.above), cutOf(below, part.below)];
      if (part.main[0] === part.main[1]) return textSlide(slide, leadText ?? asideText ?? []);
      return { ...main.cut(...part.main), lead: leadText, aside: asideText };
    },
  };
}

function one(text: Text): Breakable<Text> {
  return { pieces: 1, height: () => 0, breakCost: () => NEVER, cut: () => text };
}

function textSlide(slide: SectionBase, inlines: Text): TextSlide {
  const { title, part, place, density, notes, sources, origin, anchors, hasFootnotes } = slide;
  const lines = { first: origin.line, last: origin.line };
  const blocks = [{ type: 'paragraph', prose: { inlines, citations: [], lines }, lines } as const];
  return {
    kind: 'text',
    title,
    part,
    place,
    density,
    notes,
    sources,
    origin,
    anchors,
    ...(hasFootnotes ? { hasFootnotes } : {}),
    lead: null,
    aside: null,
    blocks,
  };
}
