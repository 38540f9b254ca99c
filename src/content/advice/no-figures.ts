import { finding } from '../../findings/finding.ts';
import { foldText } from '../../transcript/fold.ts';
import { readNames } from '../../transcript/names.ts';
import { readNumbers } from '../../transcript/numbers.ts';
import { plainText } from '../inline.ts';
import { imagesOf } from '../inlines.ts';
import type { Talk } from '../meetup.ts';
import { blockStatements } from '../statements.ts';
import type { SummaryAdvice } from './advice.ts';
import { fieldSpot } from './field-spot.ts';

/** A talk has something to count or to look at. */
export const noFigures: SummaryAdvice = (talk, { event }) => {
  if (!('slug' in talk) || talk.sections.length === 0) return [];
  if (hasPicture(talk) || hasNumber(talk, event.lang)) return [];
  return [finding(talk.source.path, fieldSpot(talk, 'title'), 'no-figures', {})];
};

function hasPicture(talk: Talk): boolean {
  const kinds = talk.sections.map(({ shape }) => shape.kind);
  if (kinds.some((kind) => kind === 'bars' || kind === 'diagram' || kind === 'figure')) return true;
  return imagesOf({ ...talk, portrait: null }).length > 0;
}

/** On a slide; what only a note says is not shown. */
function hasNumber({ takeaway, facts, sections }: Talk, lang: string): boolean {
  const fields = [takeaway, ...facts].map(({ text }) => text);
  const said = sections.flatMap(({ statements, notes }) => {
    const aside = new Set(blockStatements(notes, []).map(({ prose }) => prose));
    return statements.filter(({ prose }) => !aside.has(prose)).map(({ prose }) => plainText(prose.inlines));
  });
  return [...fields, ...said].some((text) => countsSomething(foldText(text), lang));
}

/** The digits of a name, such as GPT-3, count nothing. */
function countsSomething(text: string, lang: string): boolean {
  const numbers = [...readNumbers(text)];
  const names = readNames(text, numbers, lang);
  let next = 0;
  return numbers.some(({ certain, index, end }) => {
    while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    return certain && end <= (names[next]?.index ?? Number.POSITIVE_INFINITY);
  });
}
