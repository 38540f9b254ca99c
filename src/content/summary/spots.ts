import type { LineSpan, Spot } from '../../base/text.ts';
import { findSpot, scalarLines } from './source-file.ts';

/** An entity, or an escape of YAML. */
const ESCAPES = /&#[xX](?<entity>[\da-fA-F]+);|&#(?<decimal>\d+);|\\[xuU](?<yaml>[\da-fA-F]+)/g;

/**
 * Where a character stands within a span of `lines`; where an escape brings it, that; else where the span begins.
 * A span is read once, whatever number of its characters is asked for.
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

/** The lines of a field of front matter; the first line of the file where there is none. */
export function fieldLines(lines: readonly string[], field: string): LineSpan {
  const index = lines.findIndex((line) => /^["']?([^"':]+)["']?\s*:/.exec(line)?.[1] === field);
  return scalarLines(lines, Math.max(index, 0) + 1);
}

/** Of each character the first. */
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
