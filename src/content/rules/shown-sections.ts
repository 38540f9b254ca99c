import { finding } from '../../findings/finding.ts';
import { findSpot } from '../source-file.ts';
import type { Rule } from './rule.ts';

/** The sections of event.md are part of the Q&A deck, which needs a question. */
export const shownSections: Rule = ({ meetup: { event, exchanges } }) => {
  const [first] = event.sections;
  if (!first || exchanges.length > 0) return [];
  const at = findSpot(event.lines, first.title.lines, '');
  return [finding(event.source.path, at, 'sections-unshown', { count: event.sections.length })];
};
