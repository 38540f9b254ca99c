import type { LineSpan, Spot } from '../../base/text.ts';
import { findSpot, scalarLines } from './source-file.ts';

/** An HTML entity, or a YAML escape. */
const ESCAPES = /&#[xX](?<entity>[\da-fA-F]+);|&#(?<decimal>\d+);|\\[xuU](?<yaml>[\da-fA-F]+)/g;

/**
 * Returns a function that finds a character within a span of `lines`, also as an escape; falls back to the start of the
 * span. Each span is read only once.
 */
export function characterSpots(lines: readonly string[]): (span: LineSpan, char: string) => Spot {
  const known = new Map<string, ReadonlyMap<string, Spot>>();
  return (span, char) => {
    const key = `${span.first}-${span.last}`;
    const spots = known.get(key) ?? readSpots(lines, span);
    known.set(key, spots);
    return spots.get(char) ?? findSpot(lines, span, '');
  };
}

/** Lines of a front matter field; the first line of the file if missing. */
export function fieldLines(lines: readonly string[], field: string): LineSpan {
  const index = lines.findIndex((line) => /^["']?([^"':]+)["']?\s*:/.exec(line)?.[1] === field);
  return scalarLines(lines, Math.max(index, 0) + 1);
}

/** First position of each character. */
function readSpots(lines: readonly string[], { first, last }: LineSpan): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  const add = (char: string, spot: Spot) => {
    if (!spots.has(char)) spots.set(char, spot);
  };
  for (let line = first; line <= last; line += 1) {
    const text = lines[line - 1] ?? '';
    let column = 1;
    for (const char of text) {
      add(char, { line, column, length: char.length });
      column += char.length;
    }
    for (const { 0: typed, index, groups = {} } of text.matchAll(ESCAPES)) {
      const { entity, decimal, yaml } = groups;
      const codePoint = decimal ? Number(decimal) : Number.parseInt(entity ?? yaml ?? '', 16);
      if (codePoint > 0x10ffff) continue;
      add(String.fromCodePoint(codePoint), { line, column: index + 1, length: typed.length });
    }
  }
  return spots;
}
