import type Token from 'markdown-it/lib/token.mjs';
import type { ImageRef, Inline } from '../summary/markup.ts';
import { findCitations } from './citation.ts';

/** Part of a paragraph: text, or one picture with what follows it on its line. */
export interface Piece {
  readonly tokens: readonly Token[];
  /** Lines, relative to the paragraph's first one, inclusive. */
  readonly first: number;
  readonly last: number;
}

/**
 * Splits a paragraph around lines that contain only pictures: each picture becomes a paragraph, as if there were empty
 * lines around it.
 */
export function partAtPictures(tokens: readonly Token[]): readonly Piece[] {
  if (!tokens.some(({ type }) => type === 'image')) return [{ tokens, first: 0, last: Infinity }];
  const pieces: { tokens: Token[]; first: number; last: number; isText: boolean }[] = [];
  for (const line of linesOf(tokens)) {
    const { first, last } = line;
    const before = pieces.at(-1);
    if (isPictures(line.tokens)) {
      for (const token of line.tokens) {
        if (token.type === 'image') pieces.push({ tokens: [token], first, last, isText: false });
        else pieces.at(-1)?.tokens.push(token);
      }
    } else if (before?.isText) {
      before.tokens.push(...(line.end ? [line.end] : []), ...line.tokens);
      before.last = last;
    } else {
      pieces.push({ tokens: [...line.tokens], first, last, isText: true });
    }
  }
  return pieces;
}

/** Attributes of a picture, in curly brackets right after it. */
const ATTRIBUTES =
  /^\{ *(?:(?:\.(?:left|right|full)|width=\d{1,3}(?:\.\d)?%|poster=[^\s{}]{1,300}) *){1,3}\}/;

/**
 * Applies `{.left width=40%}` to the pictures in front of it.
 * @param isTyped whether the attributes are literally in the file, without a backslash
 */
export function withAttributes(
  inlines: readonly Inline[],
  isTyped: (text: string) => boolean,
): readonly Inline[] {
  if (!inlines.some(({ type }) => type === 'image')) return inlines;
  const found: Inline[] = [];
  for (const inline of inlines) {
    const before = found.at(-1);
    const [typed] = (inline.type === 'text' && ATTRIBUTES.exec(inline.text)) || [];
    const said = typed !== undefined && isTyped(typed) ? attributesOf(typed) : null;
    if (before?.type !== 'image' || inline.type !== 'text' || typed === undefined || !said) {
      found.push(inline);
      continue;
    }
    found.splice(-1, 1, { type: 'image', image: { ...before.image, ...said } });
    const rest = inline.text.slice(typed.length);
    if (rest.trim() !== '') found.push({ type: 'text', text: rest });
  }
  return found;
}

/** Null if they contradict each other or have no meaning. */
function attributesOf(typed: string): Pick<ImageRef, 'place' | 'width' | 'poster'> | null {
  const posters = [...typed.matchAll(/poster=([^\s{}]+)/g)].map(([, poster]) => poster);
  const words = typed.replace(/poster=[^\s{}]+/, '');
  const places = [...words.matchAll(/\.(left|right|full)/g)].map(([, place]) => place as ImageRef['place']);
  const widths = [...words.matchAll(/width=([\d.]+)%/g)].map(([, width]) => Number(width));
  const [place] = places;
  const [poster] = posters;
  const [width] = widths;
  if (
    posters.length > 1 ||
    places.length > 1 ||
    widths.length > 1 ||
    (place === 'full' && width !== undefined)
  )
    return null;
  if (width !== undefined && (width < LEAST_WIDTH || width > 100)) return null;
  return {
    ...(place === undefined ? {} : { place }),
    ...(width === undefined ? {} : { width }),
    ...(poster === undefined ? {} : { poster }),
  };
}

/** Per cent of its place; anything smaller could not be seen from the back of a room. */
const LEAST_WIDTH = 10;

interface Line {
  readonly tokens: readonly Token[];
  /** The line end before it. */
  readonly end: Token | null;
  readonly first: number;
  readonly last: number;
}

/** Splits at line ends that are not nested in anything. */
function linesOf(tokens: readonly Token[]): readonly Line[] {
  const lines: { tokens: Token[]; end: Token | null; first: number; last: number }[] = [];
  let current = { tokens: [] as Token[], end: null as Token | null, first: 0, last: 0 };
  let [depth, line] = [0, 0];
  for (const token of tokens) {
    depth += token.nesting;
    const isEnd = token.type === 'softbreak' || token.type === 'hardbreak';
    if (isEnd) line += 1;
    if (isEnd && depth === 0) {
      lines.push(current);
      current = { tokens: [], end: token, first: line, last: line };
    } else {
      current.tokens.push(token);
      current.last = line;
    }
  }
  return [...lines, current];
}

/** Pictures, their attributes, and citations. */
function isPictures(tokens: readonly Token[]): boolean {
  const [first] = tokens.filter(({ type, content }) => type !== 'text' || content.trim() !== '');
  return (
    first?.type === 'image' &&
    tokens.every(({ type, content }) => type === 'image' || (type === 'text' && saysNothing(content)))
  );
}

function saysNothing(text: string): boolean {
  const rest = text.replace(ATTRIBUTES, '');
  return (
    findCitations(rest)
      .reduce((left, citation) => left.replace(citation, ''), rest)
      .trim() === ''
  );
}
