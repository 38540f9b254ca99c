import { advice } from '../../diagnostics/diagnostic.ts';
import type { Talk } from '../meetup.ts';
import type { Advice } from './advice.ts';
import { fieldSpot } from './field-spot.ts';

/** Where the meetup has a transcript, a talk says what of it rests on which lines. */
export const noCitation: Advice = ({ meetup: { event, talks } }) => {
  const { transcript } = event;
  if (!transcript) return [];
  return talks
    .filter((talk) => talk.sections.length > 0 && !hasCitation(talk))
    .map((talk) =>
      advice(talk.source.path, fieldSpot(talk, 'title'), 'no-citation', { source: transcript.path }),
    );
};

function hasCitation({ takeaway, facts, sections }: Talk): boolean {
  return [takeaway, ...facts, ...sections.flatMap(({ statements }) => statements)].some(
    ({ citations }) => citations.length > 0,
  );
}
