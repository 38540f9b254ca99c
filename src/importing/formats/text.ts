import type { Format, Reading, Source } from './format.ts';
import { readLines } from './text-lines.ts';
import { findTurnHeads } from './turn-heads.ts';
import { isWrapped, unwrap } from './wrapped.ts';

export const TIMED: Format = {
  name: 'timed',
  title: 'text whose turns have names and times (Otter, Rev, Teams, 腾讯会议, 飞书妙记, 讯飞听见, chats)',
  fits: ({ text }) => findTurnHeads(beginning(text)) !== null,
  read: verbatim,
};

export const WRAPPED: Format = {
  name: 'wrapped',
  title: 'text copied out of a PDF, with running heads and broken lines',
  fits: ({ text }) => isWrapped(linesOf(text)),
  read({ text }) {
    const { pieces, facts } = readLines(unwrap(linesOf(text)));
    return { pieces: pieces.map((piece) => ({ ...piece, line: null })), lines: null, facts, damages: [] };
  },
};

export const LABELS: Format = {
  name: 'labels',
  title:
    'text or Markdown with names in front of what is said (名字：, **Name:**, Q:, a name on its own line)',
  fits: ({ text }) => readLines(linesOf(text)).by === 'labels',
  read: verbatim,
};

export const PLAIN: Format = {
  name: 'plain',
  title: 'text without names',
  fits: ({ text }) => text.trim() !== '',
  read: verbatim,
};

/** Text is cited by its own lines. */
function verbatim({ text }: Source): Reading {
  const lines = linesOf(text);
  const { pieces, facts } = readLines(lines);
  return { pieces, lines, facts, damages: [] };
}

/** Lines as editors show them and citations count them: ended by LF or CRLF, or by CR in files that have no LF. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(text.includes('\n') ? /\r?\n/ : /\r/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Enough to recognize turn heads. */
function beginning(text: string): readonly string[] {
  return linesOf(text.slice(0, 1_000_000)).map((line) => line.trim());
}
