import { FILE_START, type Finding, finding } from '../../findings/finding.ts';
import type { Talk } from '../meetup.ts';
import type { Rule } from './rule.ts';

/** A deck's file is named by its talk's slug, and a person is found by the speaker's name. */
export const uniqueTalks: Rule = ({ meetup: { talks } }) => [
  ...repeated(
    talks,
    (talk) => talk.slug.toLowerCase(),
    (talk, other) =>
      finding(talk.source.path, FILE_START, 'duplicate-slug', { slug: talk.slug, other: other.source.path }),
  ),
  ...repeated(
    talks,
    (talk) => talk.speaker,
    (talk, other) =>
      finding(talk.source.path, talk.speakerAt, 'duplicate-speaker', {
        name: talk.speaker,
        other: other.source.path,
      }),
  ),
];

function repeated(
  talks: readonly Talk[],
  keyOf: (talk: Talk) => string,
  report: (talk: Talk, other: Talk) => Finding,
): readonly Finding[] {
  const seen = new Map<string, Talk>();
  return talks.flatMap((talk) => {
    const key = keyOf(talk);
    // A name that is missing is reported as such.
    if (key === '') return [];
    const other = seen.get(key);
    if (other) return [report(talk, other)];
    seen.set(key, talk);
    return [];
  });
}
