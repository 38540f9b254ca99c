import type { Spot } from '../../base/text.ts';
import { plainText } from '../../content/summary/markup.ts';
import { foldTitle } from '../../content/summary/section.ts';
import { findSpot } from '../../content/summary/source-file.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import type { Advice, SummaryAdvice } from './advice-rule.ts';

interface Title {
  readonly file: string;
  readonly text: string;
  readonly at: Spot;
}

/** Titles of slides in a deck are unique: sections of a talk, or of the event. */
export const duplicateTitle: SummaryAdvice = (summary) => {
  if (!('sections' in summary)) return [];
  const { source, lines, sections } = summary;
  return repeated(
    sections.flatMap(({ title, isOpening, isContinued }) => {
      // Its title comes from the talk, or from the preceding section.
      if (isOpening || isContinued) return [];
      const text = plainText(title.inlines);
      return [{ file: source.path, text, at: findSpot(lines, title.lines, text) }];
    }),
  );
};

/** Questions of the meetup are unique. */
export const duplicateQuestion: Advice = function* ({ meetup: { exchanges } }) {
  yield;
  return repeated(
    exchanges.map(({ source, question }) => ({ file: source.path, text: question.text, at: question.at })),
  );
};

function repeated(titles: readonly Title[]): readonly Finding[] {
  const seen = new Map<string, Title>();
  return titles.flatMap(({ file, text, at }) => {
    const key = foldTitle(text);
    // A missing title is reported separately.
    if (key === '') return [];
    const other = seen.get(key);
    if (!other) {
      seen.set(key, { file, text, at });
      return [];
    }
    return [finding(file, at, 'duplicate-title', { title: text, place: `${other.file}:${other.at.line}` })];
  });
}
