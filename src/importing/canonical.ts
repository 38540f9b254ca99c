import type { Piece } from './formats/format.ts';

export interface CanonicalText {
  readonly lines: readonly string[];
  /** One per line, with its number. */
  readonly pieces: readonly Piece[];
}

/** Longer lines make citations too imprecise. */
const LONGEST_LINE = 200;
/** A shorter sentence shares a line with the next one. */
const SHORTEST_LINE = 40;

/**
 * The lines to cite if the file has none of its own: `Name: speech`, up to the end of a sentence, at most about 200
 * characters.
 */
export function canonicalText(pieces: Iterable<Piece>): CanonicalText {
  const lines: string[] = [];
  const numbered: Piece[] = [];
  const isPunctuated = usesPunctuation(pieces);
  const open: { piece: Piece | null } = { piece: null };
  let speaker: string | null = null;
  const add = (piece: Piece) => {
    const line = lineOf(piece);
    lines.push(line);
    // A slice of the line, if possible: a copy of everything said would take as much memory as the file.
    const text = line.endsWith(piece.text) ? line.slice(line.length - piece.text.length) : piece.text;
    // Field by field: copies made with `...` take several times as much memory.
    const { label, time, kind, level } = piece;
    numbered.push({ line: lines.length, text, label, time, kind, level });
  };
  const close = () => {
    if (open.piece) add(open.piece);
    open.piece = null;
  };
  for (const piece of pieces) {
    if (piece.kind === 'label') {
      close();
      speaker = piece.label;
      continue;
    }
    if (piece.kind !== 'speech') {
      close();
      add(piece);
      continue;
    }
    if (piece.isNewVoice || (piece.label !== null && piece.label !== speaker)) close();
    if (piece.isNewVoice && piece.label === null) speaker = null;
    speaker = piece.label ?? speaker;
    for (const text of shortRuns(piece.text)) {
      const joined: string = open.piece === null ? text : join(open.piece.text, text, isPunctuated);
      if (joined.length > LONGEST_LINE) close();
      open.piece = open.piece === null ? { ...piece, label: speaker, text } : { ...open.piece, text: joined };
      if (open.piece.text.length >= SHORTEST_LINE && endsSentence(open.piece.text)) close();
    }
  }
  close();
  return { lines, pieces: numbered };
}

function lineOf({ kind, label, level, text }: Piece): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (kind === 'heading') return `${'#'.repeat(level ?? 2)} ${line}`;
  if (kind === 'aside') return `(${line})`;
  return label === null ? line : `${label}: ${line}`;
}

function endsSentence(text: string): boolean {
  return /[.!?。！？…]["'”’)）」』]*$/.test(text);
}

/** Some captions have punctuation, others only breaks, which must be kept visible where two are joined. */
function usesPunctuation(pieces: Iterable<Piece>): boolean {
  const spoken: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'speech') spoken.push(piece);
    if (spoken.length === 2_000) break;
  }
  return spoken.filter(({ text }) => /[,.!?，。！？、；：]$/.test(text)).length > spoken.length * 0.2;
}

function join(before: string, behind: string, isPunctuated: boolean): string {
  const isChinese = /[\p{Script=Han}，。、；：！？]$/u.test(before) && !/^[A-Za-z0-9]/.test(behind);
  return `${before}${isChinese && isPunctuated ? '' : ' '}${behind}`;
}

/**
 * Splits a text into runs of at most one line: at sentence ends, else after a comma, a space, or the last character.
 */
function shortRuns(text: string): readonly string[] {
  if (text.length <= LONGEST_LINE) return [text];
  const sentences = text.match(
    /[^.!?。！？…]*(?:[.!?…](?!\s|$)[^.!?。！？…]*)*[.!?。！？…]*["'”’)）」』]*\s*/g,
  ) ?? [text];
  const runs: string[] = [];
  for (const sentence of sentences) {
    for (let rest = sentence.trim(); rest !== ''; ) {
      const length = rest.length <= LONGEST_LINE ? rest.length : cutAt(rest);
      runs.push(rest.slice(0, length).trim());
      rest = rest.slice(length).trimStart();
    }
  }
  return runs.filter((run) => run !== '');
}

function cutAt(text: string): number {
  const beginning = text.slice(0, LONGEST_LINE);
  const comma = Math.max(
    ...['，', '；', '、', ', ', '; '].map((sign) => beginning.lastIndexOf(sign) + sign.length),
  );
  if (comma > LONGEST_LINE / 3) return comma;
  const blank = beginning.lastIndexOf(' ') + 1;
  if (blank > LONGEST_LINE / 3) return blank;
  // Keeps surrogate pairs together.
  return /[\uD800-\uDBFF]$/.test(beginning) ? LONGEST_LINE - 1 : LONGEST_LINE;
}
