import type { Piece, ReadDamage } from '../formats/format.ts';
import type { Damage } from '../meeting.ts';
import { isQuestion } from './phrases.ts';

/** Remnant of a tag that lost its first characters, often along with the punctuation before it. */
const MARKUP = /(?<![<\w/])\/(?:p|strong|span|em|div|section|h[1-6]|li|br|b|i)>/i;
const ORDINAL = /^\s*(?:第([一二三四五六七八九十]|\d{1,2})(?:点|条|个|种|步|，|,|、)|(\d{1,2})[.、)](?!\d))/;
const NUMERALS = '一二三四五六七八九十';
/** Most paragraphs between two items of a list. */
const LIST_REACH = 12;

/** Finds flaws without repairing them. */
export function findDamages(pieces: readonly Piece[], read: readonly ReadDamage[]): readonly Damage[] {
  const damages: Damage[] = read.map(({ kind, line, found }) => ({ kind, line: line ?? 1, found }));
  const captions = new Set<string>();
  let seen = new Map<number, number>();
  const ends = usualEnds(pieces);
  for (const [at, { line: number, kind, text }] of pieces.entries()) {
    const line = number ?? 1;
    if (text.includes('\uFFFD'))
      damages.push({ kind: 'characters', line, found: around(text, text.indexOf('\uFFFD')) });
    if (kind === 'caption' && !captions.has(text)) {
      captions.add(text);
      damages.push({ kind: 'repeated', line, found: text });
    }
    if (kind !== 'speech' && kind !== 'aside') continue;
    const markup = MARKUP.exec(text)?.[0];
    if (markup !== undefined) damages.push({ kind: 'markup', line, found: markup });
    const ordinal = ordinalOf(text);
    if (ordinal !== null) {
      const before = seen.get(ordinal - 1);
      const goesOn = before !== undefined && at - before <= LIST_REACH;
      if (ordinal > 1 && !goesOn) damages.push({ kind: 'list-start', line, found: `${ordinal}` });
    } else if (markup !== undefined || (text.length < 60 && isQuestion(text))) seen = new Map();
    for (const number of ordinalsIn(text)) seen.set(number, at);
    if (ends && isCutOff(text) && isLastOfTurn(pieces, at))
      damages.push({ kind: 'cut-off', line, found: text.slice(-20) });
  }
  return damages;
}

function ordinalOf(text: string): number | null {
  const [, word, digits] = ORDINAL.exec(text.slice(0, 12)) ?? [];
  const ordinal = word ?? digits;
  return ordinal === undefined ? null : numberOf(ordinal);
}

/** All ordinals in a paragraph: the first item of a list is often inside one. */
function ordinalsIn(text: string): readonly number[] {
  const own = ordinalOf(text);
  const within = [...text.slice(0, 2_000).matchAll(/第([一二三四五六七八九十]|\d{1,2})/g)].map(
    ([, word = '']) => numberOf(word),
  );
  return own === null ? within : [own, ...within];
}

function numberOf(word: string): number {
  return /\d/.test(word) ? Number(word) : NUMERALS.indexOf(word) + 1;
}

/** Whether sentences usually end with punctuation; in automatic captions they often do not. */
function usualEnds(pieces: readonly Piece[]): boolean {
  const spoken = pieces.filter(({ kind, text }) => kind === 'speech' && text.length > 20);
  return spoken.filter(({ text }) => !isCutOff(text)).length > spoken.length * 0.8;
}

function isCutOff(text: string): boolean {
  return text.length > 8 && !/[.!?。！？…—:：;；~～>]["'”’)）」』\]】]*$|[)）」』\]】]$/.test(text);
}

function isLastOfTurn(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return next === undefined || next.label !== null || next.kind !== 'speech';
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 10), at + 11);
}
