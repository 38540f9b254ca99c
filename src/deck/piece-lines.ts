import type { Text } from './deck.ts';
import type { TextRoom } from './flow/break-text.ts';
import type { LineGlyphs } from './run-glyphs.ts';
import { textLines } from './text-lines.ts';
import { lineTurns, ROUNDING } from './typeset/lines.ts';

/**
 * How many lines a row of pieces of one text takes, without reading the text anew for each row: a page is tried
 * from each piece to each of many others.
 * @param pieces in order, without breaks of the author's
 */
export function pieceLines(
  pieces: readonly Text[],
  { type, width, page }: Omit<TextRoom, 'room'>,
): (start: number, end: number) => number {
  const glyphs = pieces.map((piece) => textLines(piece, type, page)[0]);
  const count = glyphs.reduce((sum, line) => sum + (line?.glyphs.count ?? 0), 0);
  const advances = new Float32Array(count);
  const classes = new Uint16Array(count);
  /** The first glyph of each piece, and the end of the last one. */
  const edges = [0];
  let at = 0;
  for (const line of glyphs) {
    const scale = (line?.em ?? type.size) / type.size;
    for (let index = 0; index < (line?.glyphs.count ?? 0); index += 1, at += 1) {
      advances[at] = (line?.glyphs.advances[index] ?? 0) * scale;
      classes[at] = line?.glyphs.classes[index] ?? 0;
    }
    edges.push(at);
  }
  const whole: LineGlyphs = { count, advances, classes };
  const limit = (width * 1000) / type.size;
  const turnsFrom: (ReturnType<typeof lineTurns> | undefined)[] = [];
  return (start, end) => {
    turnsFrom[start] ??= lineTurns(whole, limit, ROUNDING, edges[start] ?? count);
    const to = edges[end] ?? count;
    const turns = turnsFrom[start](to);
    let before = turns.length;
    while ((turns[before - 1] ?? -1) >= to) before -= 1;
    return 1 + before;
  };
}
