import { type Breakable, NEVER } from './flow/breakable.ts';

/** Indices of pieces from `start` up to but not including `end`. */
export interface Group {
  readonly start: number;
  readonly end: number;
}

/** Three figures in a row may be higher than four in two rows. */
const TRIES_BEYOND = 2;

interface Best {
  /** Pages that hold too much. */
  readonly overfull: number;
  readonly pages: number;
  readonly cost: number;
  /** Of the first page. */
  readonly end: number;
}

type Content = Pick<Breakable<unknown>, 'pieces' | 'height' | 'breakCost'>;

/**
 * Puts content, in order, on as few pages as hold it; of all ways to do so, evenly and broken at natural places.
 * What is higher than a page and cannot be broken stands alone.
 * @param room of a page, in pixels
 */
export function breakPages(content: Content, room: number): readonly Group[] {
  const { pieces } = content;
  /** The best way to go on from each piece. */
  const best = new Array<Best | undefined>(pieces + 1);
  best[pieces] = { overfull: 0, pages: 0, cost: 0, end: pieces };
  for (let start = pieces - 1; start >= 0; start -= 1) best[start] = bestFrom(start, content, room, best);

  const groups: Group[] = [];
  for (let start = 0; start < pieces; ) {
    const end = best[start]?.end ?? pieces;
    groups.push({ start, end });
    start = end;
  }
  return groups;
}

function bestFrom(
  start: number,
  content: Content,
  room: number,
  best: readonly (Best | undefined)[],
): Best | undefined {
  let found: Best | undefined;
  let beyond = 0;
  for (let end = start + 1; end <= content.pieces && beyond <= TRIES_BEYOND; end += 1) {
    const cost = end < content.pieces ? content.breakCost(end) : 0;
    const rest = best[end];
    if (!rest || cost === NEVER) continue;
    const fill = content.height(start, end) / room;
    beyond = fill > 1 ? beyond + 1 : 0;
    if (fill > 1 && found) continue;
    const option = {
      overfull: rest.overfull + (fill > 1 ? 1 : 0),
      pages: rest.pages + 1,
      cost: rest.cost + cost + fill * fill,
      end,
    };
    if (!found || isBetter(option, found)) found = option;
  }
  return found;
}

/** Of equals the later one: the first pages are the fuller ones. */
function isBetter(option: Best, found: Best): boolean {
  if (option.overfull !== found.overfull) return option.overfull < found.overfull;
  if (option.pages !== found.pages) return option.pages < found.pages;
  return option.cost <= found.cost + Number.EPSILON * 100;
}
