import { counted } from '../../base/text.ts';
import { plausibleLabel } from '../labels.ts';
import { CUE_TIMES, type Cue, oneLanguage, parseCues, unroll } from './cues.ts';
import { type Format, NO_FACTS, type Piece, type Reading, type Source, secondsOf, speech } from './format.ts';

export const VTT: Format = {
  name: 'vtt',
  title: 'WebVTT (Zoom, Teams, YouTube, Meet)',
  fits: ({ text }) => /^\s*WEBVTT\b/.test(text),
  read: ({ text }, lang) => captions(parseCues(text), lang),
};

export const SRT: Format = {
  name: 'srt',
  title: 'SRT subtitles, in one language or two',
  fits: ({ text }) => CUE_TIMES.test(firstArrow(text)),
  read: ({ text }, lang) => captions(parseCues(text), lang),
};

/** `[00:03.10]`, with two or three digits after the point. */
const LRC_LINE = /^((?:\[\d{1,3}:\d{2}(?:[.:]\d{1,3})?\])+)(.*)$/;

export const LRC: Format = {
  name: 'lrc',
  title: 'LRC',
  fits({ text }) {
    const lines = text
      .slice(0, 20_000)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    const timed = lines.filter((line) => /^\[\d{1,3}:\d{2}\.\d{1,3}\]/.test(line)).length;
    return timed > 0 && timed >= lines.filter((line) => !/^\[[a-z]+:/i.test(line)).length * 0.8;
  },
  read: readLrc,
};

function firstArrow(text: string): string {
  const at = text.slice(0, 4_000).indexOf('-->');
  if (at < 0) return '';
  const begin = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
  return text.slice(begin, at + 40);
}

function captions(all: Iterable<Cue>, lang: string | null): Reading {
  const single = oneLanguage(all, lang) ?? all;
  const { cues, repeated } = unroll(single);
  const known = nameLabels(cues);
  return {
    pieces: { [Symbol.iterator]: () => piecesOf(cues, known) },
    lines: null,
    facts: NO_FACTS,
    damages: repeated > 0 ? [{ kind: 'rolled', line: null, found: counted(repeated, 'line') }] : [],
  };
}

const NAME_AND_TEXT = /^(?:-\s*)?(\[[^\]]{1,40}\]|[^:：]{1,40})[:：]\s*(.*)$/s;

/** Names at the beginning of cues: those that occur twice, or all if most cues begin with one. */
function nameLabels(cues: Iterable<Cue>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { voice, lines } of cues) {
    all += 1;
    const [, label = ''] = voice === null ? (NAME_AND_TEXT.exec(lines.join(' ')) ?? []) : [];
    const name = bare(label);
    if (plausibleLabel(name.replace(/\s*\|.*$/, ''))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const labelled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isUsual = labelled >= all * 0.3;
  return new Set([...counts].filter(([, count]) => count >= 2 || isUsual).map(([label]) => label));
}

function bare(label: string): string {
  return label.replace(/^\[(.*)\]$/, '$1').trim();
}

function* piecesOf(cues: Iterable<Cue>, known: ReadonlySet<string>): Generator<Piece> {
  for (const cue of cues) {
    const piece = pieceOf(cue, known);
    if (piece.text !== '') yield piece;
  }
}

function pieceOf({ start, voice, lines }: Cue, known: ReadonlySet<string>): Piece {
  const whole = lines.join(' ');
  const isNewVoice = whole.startsWith('>>');
  const text = whole.replace(/^>>\s*/, '');
  if (voice !== null) return speech(text, { label: voice, time: start });
  const [, label = '', rest = ''] = NAME_AND_TEXT.exec(text) ?? [];
  if (known.has(bare(label))) return speech(rest, { label: bare(label), time: start });
  return speech(text, { time: start, ...(isNewVoice ? { isNewVoice } : {}) });
}

function readLrc({ text }: Source): Reading {
  const pieces: Piece[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, times = '', words = ''] = LRC_LINE.exec(line.trim()) ?? [];
    if (words.trim() === '') continue;
    for (const [, time = ''] of times.matchAll(/\[([^\]]+)\]/g)) {
      pieces.push(speech(words.trim(), { time: secondsOf(time) }));
    }
  }
  pieces.sort((a, b) => (a.time ?? 0) - (b.time ?? 0));
  const title = /^\[ti:(.*)\]\s*$/m.exec(text)?.[1]?.trim() || null;
  return { pieces, lines: null, facts: { ...NO_FACTS, title }, damages: [] };
}
