/** Content that takes room on a page, and may be broken between its pieces. */
export interface Breakable<T> {
  readonly pieces: number;
  /** Of the pieces from `start` up to but not including `end`, in pixels. */
  height(start: number, end: number): number;
  /** What breaking in front of piece `at` costs the reader: 0 is a natural place, {@link NEVER} is none. */
  breakCost(at: number): number;
  cut(start: number, end: number): T;
}

export const NEVER = Number.POSITIVE_INFINITY;

/** What stays in one piece. */
export function solid<T>(value: T, height: number): Breakable<T> {
  return { pieces: 1, height: () => height, breakCost: () => NEVER, cut: () => value };
}

/** @param more height that every page takes besides the content, in pixels */
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
