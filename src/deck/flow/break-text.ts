import { addAll } from '../../base/memory.ts';
import type { Inline } from '../../content/summary/markup.ts';
import type { Text } from '../slide.ts';
import type { Type } from '../typeset/canvas.ts';
import { lineTurns, ROUNDING, textLines } from '../typeset/lines.ts';
import type { LineGlyphs } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import { type Breakable, solid } from './breakable.ts';

/** Costs of breaks after a sentence, after a clause, between words, inside a word. */
const COSTS = [0.05, 0.15, 0.4, 0.8] as const;

interface TextRoom {
  readonly type: Type;
  /** Width of a line, in pixels. */
  readonly width: number;
  /** Height available on a page, in pixels. */
  readonly room: number;
  readonly page: Page;
}

/** Running text; broken only if higher than a page. */
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

interface Point {
  readonly at: number;
  /** Index into LEVELS. */
  readonly level: number;
}

/** Kinds of break positions, from most natural to last resort. */
const LEVELS = ['sentence', 'clause', 'word', 'character'] as const;
export type Level = (typeof LEVELS)[number];

const CLOSING = '["\'\u201d\u2019\u300d\u300f\u300b\uff09)\\]]*';

/** Latin stops count only before a space: `3.5`, `e.g.`; Chinese ones anywhere. */
const PATTERNS: Readonly<Record<Level, RegExp>> = {
  sentence: new RegExp(`[\u3002\uff01\uff1f\uff1b]+${CLOSING}\\s*|[.!?;]+${CLOSING}\\s+|\\n`, 'gu'),
  clause: new RegExp(`[\uff0c\u3001\uff1a\u2014\u2026]+${CLOSING}\\s*|[,:\u2013]${CLOSING}\\s+`, 'gu'),
  word: /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}](?=[\p{L}\p{N}])/gu,
  // Combining marks and joiners stay with the preceding character.
  character: /[^\s\p{M}\u200d](?=[\p{L}\p{N}\p{P}\p{S}])(?!\u200d)/gu,
};

/** Minimum length of pieces at word and character level, to limit their number. */
const SHORTEST = 12;

/** Ascending offsets in `text` where a new piece may begin. */
export function breakPoints(text: string, level: Level): readonly number[] {
  const apart = level === 'word' || level === 'character' ? SHORTEST : 1;
  const points: number[] = [];
  for (const match of text.matchAll(PATTERNS[level])) {
    const point = match.index + match[0].length;
    if (point - (points.at(-1) ?? 0) >= apart && point < text.length) points.push(point);
  }
  return points;
}

/** Text as a single string, with one character per hard break and picture; {@link textSlicer} uses the same offsets. */
export function flatText(inlines: Text): string {
  return inlines.map(flat).join('');
}

/** The part from `start` to before `end`, with its markup. */
type SliceText = (start: number, end: number) => Text;

/** Prepares a text for many slices: each takes time proportional to its own length, not the text's. */
export function textSlicer(inlines: Text): SliceText {
  return sliced(inlines).slice;
}

/** Whether the height follows from the number of lines, without hard breaks and pictures. */
function isPlain(text: Text): boolean {
  return text.every((inline) => {
    if ('children' in inline) return isPlain(inline.children);
    return inline.type !== 'break' && inline.type !== 'image' && inline.type !== 'formula';
  });
}

/** Drops hard breaks at the edges of a part, where they would show. */
function trimBreaks(text: Text): Text {
  const first = text.findIndex(({ type }) => type !== 'break');
  const last = text.findLastIndex(({ type }) => type !== 'break');
  return text.slice(Math.max(0, first), last + 1);
}

/** Breaks into sentences, sentences that do not fit into clauses, and so on. */
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

/**
 * Returns a function that counts the lines of consecutive pieces without measuring each time, because pagination tries
 * every piece as a start with many ends.
 * @param pieces in order, without hard breaks
 */
function pieceLines(
  pieces: readonly Text[],
  { type, width, page }: Omit<TextRoom, 'room'>,
): (start: number, end: number) => number {
  const glyphs = pieces.map((piece) => textLines(piece, type, page)[0]);
  const count = glyphs.reduce((sum, line) => sum + (line?.glyphs.count ?? 0), 0);
  const advances = new Float32Array(count);
  const classes = new Uint16Array(count);
  /** First glyph of each piece, and the end of the last one. */
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

interface Sliced {
  readonly length: number;
  readonly slice: SliceText;
}

function sliced(inlines: Text): Sliced {
  const starts = [0];
  const parts = inlines.map((inline): Sliced => {
    const part = slicedInline(inline);
    starts.push((starts.at(-1) ?? 0) + part.length);
    return part;
  });
  const length = starts.at(-1) ?? 0;
  return {
    length,
    slice(start, end) {
      const found: Inline[] = [];
      for (let index = lastUpTo(starts, Math.max(0, start)); index < parts.length; index += 1) {
        const first = starts[index] ?? 0;
        if (first >= end) break;
        const part = parts[index];
        const [from, to] = [Math.max(start - first, 0), Math.min(end - first, part?.length ?? 0)];
        if (part && from < to) addAll(found, part.slice(from, to));
      }
      return found;
    },
  };
}

function slicedInline(inline: Inline): Sliced {
  if ('children' in inline) {
    const children = sliced(inline.children);
    return {
      length: children.length,
      slice: (start, end) => [{ ...inline, children: children.slice(start, end) }],
    };
  }
  const slice = 'text' in inline ? cutText(inline) : () => [inline];
  return { length: flat(inline).length, slice };
}

function cutText(inline: Extract<Inline, { text: string }>): SliceText {
  return (start, end) => [{ ...inline, text: inline.text.slice(start, end) }];
}

/** Index of the last of ascending numbers not greater than `limit`. */
function lastUpTo(ascending: readonly number[], limit: number): number {
  let [from, to] = [0, ascending.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((ascending[middle] ?? 0) <= limit) from = middle;
    else to = middle - 1;
  }
  return from;
}

function flat(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return '\n';
    case 'image':
    case 'formula':
      return '\ufffc';
    case 'footnote':
      // Like a closing bracket, it stays with the word or stop before it.
      return ')';
    default:
      return flatText(inline.children);
  }
}
