import { fileURLToPath } from 'node:url';
import { canonicalText } from '../../src/importing/canonical.ts';
import { decode } from '../../src/importing/decode.ts';
import type { Source } from '../../src/importing/formats/format.ts';
import { detectFormat } from '../../src/importing/formats/index.ts';
import type { LineRange, Meeting } from '../../src/importing/meeting.ts';
import { readSource } from '../../src/importing/read-source.ts';
import { readTranscript } from '../../src/importing/read-transcript.ts';
import { findMeeting, type Given } from '../../src/importing/structure/find-meeting.ts';

export const NOTHING_GIVEN: Given = {
  lang: null,
  shape: null,
  host: null,
  title: null,
  date: null,
  speakers: new Map(),
};

export function fixture(path: string): Source {
  return readSource(fileURLToPath(new URL(`../fixtures/importing/${path}`, import.meta.url)));
}

export function sourceOf(content: string | Uint8Array, name = 'talk.txt'): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, bytes, ...decode(bytes) };
}

export function meetingOf(content: string | Uint8Array, given: Partial<Given> = {}): Meeting {
  return meetingIn(sourceOf(content), given);
}

export function meetingIn(source: Source, given: Partial<Given> = {}): Meeting {
  const all = { ...NOTHING_GIVEN, ...given };
  return findMeeting(readTranscript(source, null, all.lang), all);
}

/**
 * What a format yields: its name, and each piece as `line time label: text`, or `line kind: text` if it is not speech.
 */
export function readPieces(source: Source, lang: string | null = null) {
  const format = detectFormat(source, null);
  const reading = format.read(source, lang);
  const pieces = reading.lines === null ? canonicalText(reading.pieces).pieces : [...reading.pieces];
  return {
    format: format.name,
    facts: reading.facts,
    damages: reading.damages,
    pieces: pieces.map(({ line, time, label, kind, text }) =>
      [
        line,
        ...(time === null ? [] : [`${time}s`]),
        ...(kind === 'speech' ? [] : [kind]),
        `${label ?? ''}: ${text}`,
      ].join(' '),
    ),
  };
}

export function span({ first, last }: LineRange): string {
  return first === last ? `${first}` : `${first}-${last}`;
}
