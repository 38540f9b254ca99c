/** Content that takes up height on a page and may be broken between pieces. */
export interface Breakable<T> {
  readonly pieces: number;
  /** Height of the pieces from `start` to before `end`, in pixels. */
  height(start: number, end: number): number;
  /** Cost of a break before piece `at`: 0 is a natural place, {@link NEVER} forbids it. */
  breakCost(at: number): number;
  cut(start: number, end: number): T;
}

export const NEVER = Number.POSITIVE_INFINITY;

/** Content that cannot be broken. */
export function solid<T>(value: T, height: number): Breakable<T> {
  return { pieces: 1, height: () => height, breakCost: () => NEVER, cut: () => value };
}

/** @param more additional height on every page, in pixels */
export function mapBreakable<T, U>(
  content: Breakable<T>,
  change: (value: T, start: number, end: number) => U,
  more = 0,
): Breakable<U> {
  return {
    pieces: content.pieces,
    height: (start, end) => content.height(start, end) + more,
    breakCost: (at) => content.breakCost(at),
    cut: (start, end) => change(content.cut(start, end), start, end),
  };
}

/** A child of a stack, or the part of it on this page. */
export interface Layer<T> {
  /** Index of the child. */
  readonly index: number;
  readonly value: T;
}

interface Spacing {
  /** Between child `index - 1` and child `index`, in pixels. */
  gap(index: number): number;
  /** Cost of a break between the two; see {@link Breakable.breakCost}. */
  cost?(index: number): number;
}

/** Stacks children; breaks may fall between them, and inside those with several pieces. */
export function stack<T>(
  children: readonly Breakable<T>[],
  { gap, cost }: Spacing,
): Breakable<readonly Layer<T>[]> {
  const pieces = children.reduce((sum, child) => sum + child.pieces, 0);
  /** Child of each piece, and first piece of each child. */
  const owners = new Array<number>(pieces);
  const firsts = new Array<number>(children.length);
  /** Height of all preceding children, including gaps. */
  const tops = new Array<number>(children.length + 1);
  let piece = 0;
  let top = 0;
  children.forEach((child, index) => {
    firsts[index] = piece;
    tops[index] = top;
    for (const end = piece + child.pieces; piece < end; piece += 1) owners[piece] = index;
    top += child.height(0, child.pieces) + (index + 1 < children.length ? gap(index + 1) : 0);
  });
  tops[children.length] = top;

  const ownerOf = (at: number): number => owners[at] ?? 0;
  /** The pieces of a child between `start` and `end`. */
  const within = (index: number, start: number, end: number): readonly [number, number] => {
    const first = firsts[index] ?? 0;
    return [Math.max(0, start - first), Math.min(children[index]?.pieces ?? 0, end - first)];
  };
  const childHeight = (index: number, start: number, end: number): number =>
    children[index]?.height(...within(index, start, end)) ?? 0;

  return {
    pieces,
    height(start, end) {
      if (start >= end) return 0;
      const [from, to] = [ownerOf(start), ownerOf(end - 1)];
      if (from === to) return childHeight(from, start, end);
      const between = (tops[to] ?? 0) - (tops[from + 1] ?? 0);
      return childHeight(from, start, end) + gap(from + 1) + between + childHeight(to, start, end);
    },
    breakCost(at) {
      const index = ownerOf(at);
      const local = at - (firsts[index] ?? 0);
      return local > 0 ? (children[index]?.breakCost(local) ?? 0) : (cost?.(index) ?? 0);
    },
    cut(start, end) {
      if (start >= end) return [];
      const layers: Layer<T>[] = [];
      for (let index = ownerOf(start); index <= ownerOf(end - 1); index += 1) {
        const child = children[index];
        if (child) layers.push({ index, value: child.cut(...within(index, start, end)) });
      }
      return layers;
    },
  };
}

/** Indices of pieces from `start` to before `end`. */
export interface Group {
  readonly start: number;
  readonly end: number;
}

interface Best {
  /** Number of pages that overflow. */
  readonly overfull: number;
  readonly pages: number;
  readonly cost: number;
  /** End of the first page. */
  readonly end: number;
}

type Content = Pick<Breakable<unknown>, 'pieces' | 'height' | 'breakCost'>;

/**
 * Distributes content in order over as few pages as possible; of all ways to do so, chooses the most even one with
 * natural breaks. Unbreakable content higher than a page gets a page of its own.
 * @param room height of a page, in pixels
 */
export function breakPages(content: Content, room: number): readonly Group[] {
  const { pieces } = content;
  /** Best continuation from each piece. */
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

/** Pieces to try beyond an overflow: three figures in one row may be higher than four in two rows. */
const TRIES_BEYOND = 2;

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

/** Ties go to the later one, so that the first pages are fuller. */
function isBetter(option: Best, found: Best): boolean {
  if (option.overfull !== found.overfull) return option.overfull < found.overfull;
  if (option.pages !== found.pages) return option.pages < found.pages;
  return option.cost <= found.cost + Number.EPSILON * 100;
}
