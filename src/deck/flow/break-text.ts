import { breakPoints, LEVELS } from '../break-points.ts';
import type { Text } from '../deck.ts';
import { pieceLines } from '../piece-lines.ts';
import { flatText, textSlicer } from '../slice-text.ts';
import type { Type } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import { type Breakable, solid } from './breakable.ts';

/** Of a break at the end of a sentence, of a clause, between words, inside of one. */
const COSTS = [0.05, 0.15, 0.4, 0.8] as const;

export interface TextRoom {
  readonly type: Type;
  /** Of a line, in pixels. */
  readonly width: number;
  /** What a page has for this text, in pixels. */
  readonly room: number;
  readonly page: Page;
}

/** Running text; only what is higher than a page may be broken. */
export function breakText(text: Text, { type, width, room, page }: TextRoom): Breakable<Text> {
  const whole = textHeight(text, type, width, page);
  if (whole <= room) return solid(text, whole);
  const flat = flatText(text);
  const { length } = flat;
  const slice = textSlicer(text);
  const sliceHeight = (start: number, end: number): number =>
    textHeight(trimBreaks(slice(start, end)), type, width, page);
  const points = findPoints(flat, 0, length, 0, (start, end) => sliceHeight(start, end) <= room);
  const edges = [0, ...points.map(({ at }) => at), length];
  const offset = (piece: number): number => edges[piece] ?? length;
  const slices = edges.slice(1).map((edge, piece) => slice(offset(piece), edge));
  const count = isPlain(text) ? pieceLines(slices, { type, width, page }) : null;
  return {
    pieces: slices.length,
    height: (start, end) =>
      count ? count(start, end) * type.lineHeight : sliceHeight(offset(start), offset(end)),
    breakCost: (at) => COSTS[points[at - 1]?.level ?? 0] ?? 0,
    cut: (start, end) => trimBreaks(slice(offset(start), offset(end))),
  };
}

/** Whether the text's height is that of its lines, and each line is as long as it can be. */
function isPlain(text: Text): boolean {
  return text.every((inline) => {
    if ('children' in inline) return isPlain(inline.children);
    return inline.type !== 'break' && inline.type !== 'image';
  });
}

/** A break of the author's where a part begins or ends would show as such. */
function trimBreaks(text: Text): Text {
  const first = text.findIndex(({ type }) => type !== 'break');
  const last = text.findLastIndex(({ type }) => type !== 'break');
  return text.slice(Math.max(0, first), last + 1);
}

interface Point {
  readonly at: number;
  /** Index into LEVELS. */
  readonly level: number;
}

/** Breaks into sentences, those that do not fit into clauses, and so on. */
function findPoints(
  text: string,
  start: number,
  end: number,
  level: number,
  fits: (start: number, end: number) => boolean,
): readonly Point[] {
  const name = LEVELS[level];
  if (!name || fits(start, end)) return [];
  const found = breakPoints(text.slice(start, end), name).map((point) => start + point);
  return [start, ...found].flatMap((from, index) => [
    ...(index > 0 ? [{ at: from, level }] : []),
    ...findPoints(text, from, found[index] ?? end, level + 1, fits),
  ]);
}
