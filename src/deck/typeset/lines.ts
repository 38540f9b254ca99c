import type { Text } from '../slide.ts';
import {
  BREAK_AFTER,
  DIGIT,
  endTrim,
  HYPHEN,
  IDEOGRAPH,
  KEPT,
  LETTER,
  NO_BREAK_AFTER,
  NO_BREAK_BEFORE,
  SPACE,
  spacingBetween,
  startTrim,
  WIDE,
} from './classes.ts';
import { styleGlyphs, type TextStyle } from './glyphs.ts';
import { type LineGlyphs, runGlyphs, type TextType, textRuns } from './measure-text.ts';
import type { Page } from './page.ts';

/**
 * Number of lines of a paragraph in `width` pixels, 0 if empty: broken as late as possible, like browsers with
 * `line-break: strict` and `overflow-wrap: anywhere`.
 */
export function countLines(text: string, style: TextStyle, width: number): number {
  return breakLines(styleGlyphs(text, style), (width * 1000) / style.size);
}

/** Margin of error in 1/1000 em: browsers round up runs of one script, and kern some Latin pairs apart. */
export const ROUNDING = 3;

/**
 * @param limit width of a line, in 1/1000 em
 * @param rounding extra width of a run of Latin text
 */
export function breakLines(glyphs: LineGlyphs, limit: number, rounding = 0): number {
  return glyphs.count === 0 ? 0 : 1 + lineTurns(glyphs, limit, rounding, 0)(glyphs.count).length;
}

/**
 * Returns a function that finds, in ascending order, the glyphs at which a line overflows: text up to one of them takes
 * as many lines as there are turns before it, plus one. It reads only up to the requested glyph and continues from
 * there, because long texts are laid out from many places.
 * @param limit width of a line, in 1/1000 em, like all lengths below
 * @param from the first glyph
 */
export function lineTurns(
  glyphs: LineGlyphs,
  limit: number,
  rounding: number,
  from: number,
): (upTo: number) => readonly number[] {
  const { count, advances, classes } = glyphs;
  const turns: number[] = [];
  let [readTo, startRead, usedRead, breakRead, usedAtBreakRead] = [from, from, 0, from, 0];
  return (upTo) => {
    const end = Math.min(upTo, count);
    // Local variables make the loop twice as fast.
    let at = readTo;
    let lineStart = startRead;
    let used = usedRead;
    /** Last place to break the line, and the width used before it. */
    let breakAt = breakRead;
    let usedAtBreak = usedAtBreakRead;
    for (; at < end; at += 1) {
      const kind = classes[at] ?? 0;
      const advance = advances[at] ?? 0;
      if (at > lineStart) {
        const before = classes[at - 1] ?? 0;
        used += spacingBetween(before, kind) + ((before ^ kind) & WIDE ? rounding : 0);
        if (mayBreakBefore(glyphs, at)) {
          breakAt = at;
          usedAtBreak = used;
        }
      } else {
        used = lineEdge(kind, rounding);
      }
      used += advance;
      const most = limit + endTrim(kind);
      if (kind & SPACE || used <= most) continue;
      if (breakAt > lineStart) {
        turns.push(at);
        lineStart = breakAt;
        used += lineEdge(classes[breakAt] ?? 0, rounding) - usedAtBreak;
      }
      if (at > lineStart && used > most) {
        turns.push(at);
        lineStart = at;
        used = advance + lineEdge(kind, rounding);
      }
    }
    readTo = at;
    startRead = lineStart;
    usedRead = used;
    breakRead = breakAt;
    usedAtBreakRead = usedAtBreak;
    return turns;
  };
}

/**
 * Width of the widest unbreakable part, in 1/1000 em; CSS min-content.
 * @param keepsAll whether to forbid breaks between Chinese characters (`word-break: keep-all`)
 */
export function widestWord(glyphs: LineGlyphs, keepsAll = false): number {
  const { count, advances, classes } = glyphs;
  let widest = 0;
  let used = 0;
  for (let at = 0; at < count; at += 1) {
    const kind = classes[at] ?? 0;
    if (at === 0 || mayBreakBefore(glyphs, at, keepsAll)) used = -startTrim(kind);
    else used += spacingBetween(classes[at - 1] ?? 0, kind);
    used += advances[at] ?? 0;
    if (!(kind & SPACE)) widest = Math.max(widest, used);
  }
  return widest;
}

/** Glyphs of a line up to a hard break. */
interface TextLine {
  readonly glyphs: LineGlyphs;
  /** Base of the advances: size of an em, in pixels. */
  readonly em: number;
}

interface Known {
  readonly type: TextType;
  readonly page: Page;
  readonly lines: readonly TextLine[];
}

/** Last result for each text; tables lay out the same cells repeatedly in different widths. */
const known = new WeakMap<Text, Known>();

/** The lines of a text between hard breaks. */
export function textLines(text: Text, type: TextType, page: Page): readonly TextLine[] {
  const last = known.get(text);
  if (last && last.page === page && isSame(last.type, type)) return last.lines;
  const lines = textRuns(text, type, page).map((runs) => ({
    glyphs: runGlyphs(runs),
    em: runs[0]?.style.size ?? type.size,
  }));
  known.set(text, { type, page, lines });
  return lines;
}

/** Width that the first glyph adds to a line. */
function lineEdge(kind: number, rounding: number): number {
  return (kind & WIDE ? 0 : rounding) - startTrim(kind);
}

function mayBreakBefore({ classes }: LineGlyphs, at: number, keepsAll = false): boolean {
  const [earlier, before, after] = [classes[at - 2] ?? 0, classes[at - 1] ?? 0, classes[at] ?? 0];
  if (after & SPACE) return false;
  if (before & SPACE) return true;
  if (after & NO_BREAK_BEFORE || before & NO_BREAK_AFTER) return false;
  if (after & KEPT && before & (LETTER | IDEOGRAPH) && after & (LETTER | IDEOGRAPH)) return false;
  // `2020-07` may be broken, `-1` may not.
  if (before & HYPHEN) return !(after & DIGIT) || (earlier & LETTER) !== 0;
  return (!keepsAll && ((before | after) & WIDE) !== 0) || (before & BREAK_AFTER) !== 0;
}

function isSame(a: TextType, b: TextType): boolean {
  return a.size === b.size && a.bold === b.bold && a.tabular === b.tabular && a.lineHeight === b.lineHeight;
}
