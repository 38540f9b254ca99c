import { finding } from '../../findings/finding.ts';
import { plainText } from '../inline.ts';
import type { Section } from '../meetup.ts';
import { findSpot } from '../source-file.ts';
import type { SummaryAdvice } from './advice.ts';

/**
 * What has to be looked at and read (a table, a chart, a picture, code, a diagram) comes with a sentence that
 * says what to see in it: before or below it, in the heading, or in the speaker note. Points, steps, stats,
 * moments and quotes say themselves what they mean.
 */
export const noTakeaway: SummaryAdvice = (summary) => {
  if (!('sections' in summary)) return [];
  return summary.sections.flatMap((section) => {
    if (!needsSentence(section) || hasSentence(section)) return [];
    const at = findSpot(summary.lines, section.title.lines, plainText(section.title.inlines));
    return [finding(summary.source.path, at, 'no-takeaway', { kind: section.shape.kind })];
  });
};

/** Not two rows, nor a command line: these are seen at a glance. */
function needsSentence({ shape }: Section): boolean {
  switch (shape.kind) {
    case 'table':
      return shape.rows.length > 2;
    case 'bars':
      return shape.bars.length > 2;
    case 'code':
      return lineCount(shape.code) > 3;
    case 'diagram':
      return lineCount(shape.source) > 3;
    case 'figure':
      return true;
    default:
      return false;
  }
}

function hasSentence({ title, lead, aside, notes }: Section): boolean {
  return lead !== null || aside !== null || notes.length > 0 || isStatement(plainText(title.inlines));
}

/** A heading with a pause in it, or a figure, says more than a name: "Costs: half of last year". */
function isStatement(title: string): boolean {
  return /[\d:;?!\uFF1A\uFF0C\uFF1B\uFF1F\uFF01\u3002\u2014]|,\s|\.$/.test(title);
}

function lineCount(text: string): number {
  return text.trim().split('\n').length;
}
