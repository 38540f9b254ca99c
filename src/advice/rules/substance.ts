import { posix } from 'node:path';
import { foldText } from '../../content/claims/fold.ts';
import { readNames } from '../../content/claims/names.ts';
import { readNumbers } from '../../content/claims/numbers.ts';
import { kindOf } from '../../content/kinds/shapes.ts';
import { blockStatements } from '../../content/summary/block-statements.ts';
import { plainText } from '../../content/summary/markup.ts';
import { langOf, type Section, type Talk } from '../../content/summary/meetup.ts';
import { findSpot } from '../../content/summary/source-file.ts';
import { imagesOf, type PlacedImage, withoutNamedImages } from '../../content/summary/statements.ts';
import { finding } from '../../findings/finding.ts';
import { fieldSpot, type SummaryAdvice } from './advice-rule.ts';

/**
 * Anything to be studied (a table, a chart, a picture, code, a diagram) needs a sentence that says what to see in it:
 * before or below it, in the heading, or in the speaker note. Points, steps, stats, moments and quotes speak for
 * themselves.
 */
export const noTakeaway: SummaryAdvice = (summary) => {
  if (!('sections' in summary)) return [];
  return summary.sections.flatMap((section) => {
    const { shape } = section;
    if (!kindOf(shape).needsSentence?.(shape) || hasSentence(section)) return [];
    const at = findSpot(summary.lines, section.title.lines, plainText(section.title.inlines));
    return [finding(summary.source.path, at, 'no-takeaway', { kind: shape.kind })];
  });
};

/** A talk should contain something countable or visual. */
export const noFigures: SummaryAdvice = (talk, { event }) => {
  if (!('slug' in talk) || talk.sections.length === 0) return [];
  if (hasPicture(talk) || hasNumber(talk, langOf(talk, event))) return [];
  return [finding(talk.source.path, fieldSpot(talk, 'title'), 'no-figures', {})];
};

/** If the meetup has a transcript, a talk should cite it. */
export const noCitation: SummaryAdvice = (talk, { event: { transcript } }) => {
  if (!transcript || !('slug' in talk) || talk.sections.length === 0 || hasCitation(talk)) return [];
  return [finding(talk.source.path, fieldSpot(talk, 'title'), 'no-citation', { source: transcript.path })];
};

/** A picture in a summary's body needs a description other than its file name. */
export const missingAlt: SummaryAdvice = (summary) =>
  imagesOf(withoutNamedImages(summary))
    .filter(saysNothing)
    .map(({ source, ref: { src }, lines }) =>
      finding(source.path, findSpot(summary.lines, lines, src), 'missing-alt', { src }),
    );

function hasSentence({ title, lead, aside, notes }: Section): boolean {
  return lead !== null || aside !== null || notes.length > 0 || isStatement(plainText(title.inlines));
}

/** A heading with a pause or a figure says more than a name: "Costs: half of last year". */
function isStatement(title: string): boolean {
  return /[\d:;?!\uFF1A\uFF0C\uFF1B\uFF1F\uFF01\u3002\u2014]|,\s|\.$/.test(title);
}

function hasPicture(talk: Talk): boolean {
  if (talk.sections.some(({ shape }) => kindOf(shape).isPicture)) return true;
  return imagesOf(withoutNamedImages(talk)).length > 0;
}

/** Counts only what a slide shows, not notes. */
function hasNumber({ takeaway, facts, sections }: Talk, lang: string): boolean {
  const fields = [takeaway, ...facts].map(({ text }) => text);
  const said = sections.flatMap(({ statements, notes }) => {
    const aside = new Set(blockStatements(notes, []).map(({ prose }) => prose));
    return statements.filter(({ prose }) => !aside.has(prose)).map(({ prose }) => plainText(prose.inlines));
  });
  return [...fields, ...said].some((text) => countsSomething(foldText(text), lang));
}

/** Digits in a name, such as GPT-3, count nothing. */
function countsSomething(text: string, lang: string): boolean {
  const numbers = [...readNumbers(text)];
  const names = readNames(text, numbers, lang);
  let next = 0;
  return numbers.some(({ certain, index, end }) => {
    while ((names[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    return certain && end <= (names[next]?.index ?? Number.POSITIVE_INFINITY);
  });
}

function hasCitation({ takeaway, facts, sections }: Talk): boolean {
  return [takeaway, ...facts, ...sections.flatMap(({ statements }) => statements)].some(
    ({ citations }) => citations.length > 0,
  );
}

function saysNothing({ ref: { src, alt } }: PlacedImage): boolean {
  const name = posix.basename(src).toLowerCase();
  const text = alt.trim().toLowerCase();
  return text === '' || text === name || text === name.replace(/\.[^.]*$/, '');
}
