import type { Slide } from './deck.ts';
import type { Group } from './group-by-height.ts';

/** The units of a slide that may be put on several pages. */
export interface Flow {
  /** Of the units, in pixels. */
  readonly heights: readonly number[];
  readonly gap: number;
  /** What every page repeats, such as a table's header, in pixels. */
  readonly fixed: number;
  /** Side by side on a page, where there is more than one. */
  readonly columns?: number;
  /** The slide with some of the units. */
  part(group: Group): Slide;
}

/** A flow of like units, one below the other. */
export function simpleFlow<T>(
  units: readonly T[],
  gap: number,
  heightOf: (unit: T) => number,
  rebuild: (units: readonly T[], start: number) => Slide,
): Flow {
  return {
    heights: units.map(heightOf),
    gap,
    fixed: 0,
    part: ({ start, end }) => rebuild(units.slice(start, end), start),
  };
}
