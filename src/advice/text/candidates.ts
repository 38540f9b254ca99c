import type { LinedText, LineSpan } from '../../base/text.ts';
import type { Piece, Syntax } from './lex-text.ts';

/** A possible place of a text in its file. */
export interface Candidate {
  readonly pieces: readonly Piece[];
  readonly syntax: Syntax;
}

/**
 * Block marks at the start of a line: of quotes, lists, headings and notes, and the dash before the source of a quote.
 */
const BLOCK_MARKS =
  /^(?:[\s>]+|(?:[-*+]|\d{1,9}[.)])(?=\s)|#{1,6}(?=\s)|<!--)*(?:(?:\u2014\u2014|--|\u2014|\u2013)\s*)?/;
const ONLY_BLOCK_MARKS = /^(?:[\s>]+|(?:[-*+]|\d{1,9}[.)])(?=\s)|#{1,6}(?=\s)|<!--)*/;
const KIND = /^\{\.[^{}]{0,100}\}$/;

/** Candidates for a text of the body: its whole lines, or the cells of a table row. */
export function bodyCandidates(file: LinedText, span: LineSpan): readonly Candidate[] {
  const whole = (start: RegExp): Candidate => ({
    syntax: 'markdown',
    pieces: linesOf(file, span).flatMap((line) => {
      const text = file.text.slice(line.start, line.end);
      const marks = start.exec(text)?.[0].length ?? 0;
      const end = marks + withoutEndMark(text.slice(marks)).length;
      // A line that only ends a note.
      return end <= marks && text.trim() !== '' ? [] : [{ start: line.start + marks, end: line.start + end }];
    }),
  });
  const [line] = linesOf(file, span);
  const cells = line && span.first === span.last ? cellsOf(file.text, line) : [];
  const [words, dashed] = [whole(BLOCK_MARKS), whole(ONLY_BLOCK_MARKS)];
  const hasDash = dashed.pieces.some(({ start }, index) => start !== words.pieces[index]?.start);
  return [
    words,
    ...(hasDash ? [dashed] : []),
    ...cells.map((cell): Candidate => ({ syntax: 'markdown', pieces: [cell] })),
  ];
}

/** Candidates for a front matter value: after its key or hyphen, or in a bracketed list. */
export function fieldCandidates(file: LinedText, span: LineSpan): readonly Candidate[] {
  const [first, ...rest] = linesOf(file, span);
  if (!first) return [];
  const line = file.text.slice(first.start, first.end);
  const head =
    /^\s*(?:-\s+)?(?:(?:"[^"]*"|'[^']*'|[^\s"'[{:#][^:]*?)\s*:(?:\s+|$))?/.exec(line)?.[0].length ?? 0;
  const value = { start: first.start + head, end: first.end };
  const text = file.text.slice(value.start, value.end);
  if (text.startsWith('[') && rest.length === 0) return itemsOf(file.text, value);
  const below = rest.map((piece) => trimmed(file.text, piece));
  if (/^[|>][-+\d]*\s*$/.test(text)) return [{ syntax: 'plain', pieces: below }];
  return [scalar(file.text, [trimmed(file.text, value), ...below])];
}

/**
 * Removes the mark that ends a note, a heading or a kind. Not a regular expression, which would retry from each of many
 * spaces.
 */
function withoutEndMark(line: string): string {
  const text = line.trimEnd();
  if (text.endsWith('-->')) return text.slice(0, -3).trimEnd();
  const kind = text.lastIndexOf('{.');
  if (kind >= 0 && KIND.test(text.slice(kind))) return text.slice(0, kind).trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  const before = text.slice(0, end);
  return end < text.length && /\s$/.test(before.slice(-1)) ? before.trimEnd() : text;
}

function linesOf({ text, starts }: LinedText, { first, last }: LineSpan): readonly Piece[] {
  return starts
    .slice(first - 1, last)
    .map((start, index) => ({ start, end: (starts[first + index] ?? text.length + 1) - 1 }));
}

/** The parts between bars, split like the cells of a table row. */
function cellsOf(text: string, line: Piece): readonly Piece[] {
  const bars: number[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') bars.push(at);
  }
  const ends = [...bars, line.end];
  const starts = [line.start, ...bars.map((bar) => bar + 1)];
  return bars.length === 0
    ? []
    : starts.map((start, index) => trimmed(text, { start, end: ends[index] ?? line.end }));
}

function trimmed(text: string, { start, end }: Piece): Piece {
  const content = text.slice(start, end);
  const from = start + content.length - content.trimStart().length;
  return { start: from, end: Math.max(from, start + content.trimEnd().length) };
}

/** A scalar without quotes, or without a trailing comment. */
function scalar(text: string, pieces: readonly Piece[]): Candidate {
  const [first, last] = [pieces[0], pieces.at(-1)];
  const quote = text[first?.start ?? 0];
  if (!first || !last) return { syntax: 'plain', pieces };
  const close = text.slice(last.start, last.end).lastIndexOf(quote ?? '') + last.start;
  if ((quote === '"' || quote === "'") && close > first.start) {
    const inner = pieces.map((piece) => ({
      start: piece === first ? piece.start + 1 : piece.start,
      end: piece === last ? close : piece.end,
    }));
    return { syntax: quote, pieces: inner };
  }
  return {
    syntax: 'plain',
    pieces: pieces.map((piece) => {
      const comment = text.slice(piece.start, piece.end).search(/(?<!\s)\s+#/);
      return comment < 0 ? piece : { start: piece.start, end: piece.start + comment };
    }),
  };
}

function itemsOf(text: string, { start, end }: Piece): readonly Candidate[] {
  const items = text.slice(start, end).matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,[\]"'][^,[\]]*/g);
  return [...items].map(({ 0: item, index }) =>
    scalar(text, [trimmed(text, { start: start + index, end: start + index + item.length })]),
  );
}
