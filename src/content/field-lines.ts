import type { LineSpan } from '../base/text.ts';
import { scalarLines } from './summary/source-file.ts';

/** The lines of a field of front matter; the first line of the file where there is none. */
export function fieldLines(lines: readonly string[], field: string): LineSpan {
  const index = lines.findIndex((line) => /^["']?([^"':]+)["']?\s*:/.exec(line)?.[1] === field);
  return scalarLines(lines, Math.max(index, 0) + 1);
}
