import { readFileSync } from 'node:fs';
import type { Said } from '../../src/drafting/clauses.ts';
import type { AnswerDraft, Lines, Point, SectionBody, TalkDraft } from '../../src/drafting/drafted.ts';
import { ROOT } from '../cli/run-cli.ts';

/** Lines of a fixture without the speaker's name. */
export function readSaid(name: string): readonly Said[] {
  return saidOf(readFileSync(`${ROOT}/tests/fixtures/drafting/${name}.txt`, 'utf8').split('\n'));
}

export function saidOf(lines: readonly string[]): readonly Said[] {
  return lines.flatMap((text, index) =>
    text.trim() === '' ? [] : [{ line: index + 1, text: text.replace(/^\p{Script=Han}{2,4}[：:]\s*/u, '') }],
  );
}

/** Everything in a draft that is worded as in the transcript. */
export function pointsOf({ title, takeaway, sections }: TalkDraft): readonly Point[] {
  const headings = sections.flatMap(({ heading: { text, lines } }) => (lines ? [{ text, lines }] : []));
  return [title, takeaway].flatMap((point) => point ?? []).concat(headings, sections.flatMap(inBody));
}

export function answerPoints({ bodies }: AnswerDraft): readonly Point[] {
  return bodies.flatMap(inBody);
}

function inBody(body: SectionBody): readonly Point[] {
  switch (body.kind) {
    case 'points':
    case 'steps':
      return body.points;
    case 'table':
      return body.rows.flatMap(({ cells, lines }) => cells.filter((text) => text !== '').map(at(lines)));
    case 'stats':
      return body.stats.flatMap(({ value, label, lines }) => [value, label].map(at(lines)));
  }
}

function at(lines: Lines) {
  return (text: string): Point => ({ text, lines });
}

/** Whether the characters of each part of `text` occur in the lines in order. */
export function stands({ text, lines }: Point, said: readonly Said[]): boolean {
  const source = said
    .filter(({ line }) => line >= lines.first && line <= lines.last)
    .map((each) => each.text)
    .join('\n')
    .toLowerCase();
  // Two topics joined in one heading are looked up separately.
  return text.split(/、|, /).every((part) => isWithin(part, source)) || isWithin(text, source);
}

function isWithin(part: string, source: string): boolean {
  let from = 0;
  for (const char of part.toLowerCase().replace(/\s/g, '')) {
    const found = source.indexOf(char, from);
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}
