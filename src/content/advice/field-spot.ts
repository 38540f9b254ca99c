import type { Spot } from '../../base/text.ts';
import { fieldLines } from '../field-lines.ts';
import type { AnySummary } from '../inlines.ts';
import { findSpot } from '../summary/source-file.ts';

/** The line of a field of front matter; the first line where there is none. */
export function fieldSpot({ lines }: AnySummary, field: string): Spot {
  const { first } = fieldLines(lines, field);
  return findSpot(lines, { first, last: first }, '');
}
