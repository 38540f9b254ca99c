import {
  BREAK_AFTER,
  DIGIT,
  HYPHEN,
  LETTER,
  NO_BREAK_AFTER,
  NO_BREAK_BEFORE,
  SPACE,
  WIDE,
} from './measure-classes.ts';
import { type Glyphs, readGlyphs } from './measure-glyphs.ts';
import { endTrim, spacingBetween, startTrim } from './measure-spacing.ts';
import type { TextStyle } from './measure-text.ts';

/**
 * How many lines a paragraph takes in `width` pixels, 0 without text: broken as late as possible, as browsers
 * do with `line-break: strict` and `overflow-wrap: anywhere`.
 */
export function countLines(text: string, { size, bold, mono }: TextStyle, width: number): number {
  const glyphs = readGlyphs(text, bold, mono);
  const { count, advances, classes } = glyphs;
  /** In 1/1000 em, as all lengths below. */
  const limit = (width * 1000) / size;
  let lines = Math.min(count, 1);
  let lineStart = 0;
  let used = 0;
  /** Where the line may end, and what is used of it up to there. */
  let breakAt = 0;
  let usedAtBreak = 0;
  for (let at = 0; at < count; at += 1) {
    const kind = classes[at] ?? 0;
    const advance = advances[at] ?? 0;
    if (at > lineStart) {
      used += spacingBetween(classes[at - 1] ?? 0, kind);
      if (mayBreakBefore(glyphs, at)) [breakAt, usedAtBreak] = [at, used];
    } else {
      used = -startTrim(kind);
    }
    used += advance;
    const isOver = () => used - endTrim(kind) > limit;
    if (kind & SPACE || !isOver()) continue;
    if (breakAt > lineStart) {
      lines += 1;
      lineStart = breakAt;
      used -= usedAtBreak + startTrim(classes[breakAt] ?? 0);
    }
    if (at > lineStart && isOver()) {
      lines += 1;
      lineStart = at;
      used = advance - startTrim(kind);
    }
  }
  return lines;
}

function mayBreakBefore({ classes }: Glyphs, at: number): boolean {
  const [earlier, before, after] = [classes[at - 2] ?? 0, classes[at - 1] ?? 0, classes[at] ?? 0];
  if (after & SPACE) return false;
  if (before & SPACE) return true;
  if (after & NO_BREAK_BEFORE || before & NO_BREAK_AFTER) return false;
  // `2020-07` may be broken, `-1` not.
  if (before & HYPHEN) return !(after & DIGIT) || (earlier & LETTER) !== 0;
  return ((before | after) & WIDE) !== 0 || (before & BREAK_AFTER) !== 0;
}
