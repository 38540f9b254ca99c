import type { Spot } from '../../spot.ts';
import type { AnySummary } from '../inlines.ts';
import { findSpot } from '../source-file.ts';

/** The line of a field of front matter; the first line where there is none. */
export function fieldSpot({ lines }: AnySummary, field: string): Spot {
  const index = lines.findIndex((line) => /^["']?([^"':]+)["']?\s*:/.exec(line)?.[1] === field);
  const line = Math.max(index, 0) + 1;
  return findSpot(lines, { first: line, last: line }, '');
}
