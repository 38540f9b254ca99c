import type { Breakable } from './flow/breakable.ts';

/** What stands in a stack, and where a part of it begins. */
export interface Layer<T> {
  /** Index of the child. */
  readonly index: number;
  readonly value: T;
}

interface Spacing {
  /** Between child `index - 1` and child `index`, in pixels. */
  gap(index: number): number;
  /** What breaking between the two costs; see {@link Breakable.breakCost}. */
  cost?(index: number): number;
}

/** Children one below the other; a break may fall between two of them, and inside of one that has pieces. */
export function stack<T>(
  children: readonly Breakable<T>[],
  { gap, cost }: Spacing,
): Breakable<readonly Layer<T>[]> {
  const pieces = children.reduce((sum, child) => sum + child.pieces, 0);
  /** The child of each piece, and the first piece of each child. */
  const owners = new Array<number>(pieces);
  const firsts = new Array<number>(children.length);
  /** Height of all children before, gaps included. */
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
  /** The pieces of one child that are between `start` and `end`. */
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
