import { finding } from '../../findings/finding.ts';
import type { Talk } from '../meetup.ts';
import type { SummaryAdvice } from './advice.ts';
import { fieldSpot } from './field-spot.ts';

/** Where the meetup has a transcript, a talk says what of it rests on which lines. */
export const noCitation: SummaryAdvice = (talk, { event: { transcript } }) => {
  if (!transcript || !('slug' in talk) || talk.sections.length === 0 || hasCitation(talk)) return [];
  return [finding(talk.source.path, fieldSpot(talk, 'title'), 'no-citation', { source: transcript.path })];
};

function hasCitation({ takeaway, facts, sections }: Talk): boolean {
  return [takeaway, ...facts, ...sections.flatMap(({ statements }) => statements)].some(
    ({ citations }) => citations.length > 0,
  );
}
