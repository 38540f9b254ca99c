import { closest } from '../../base/closest.ts';
import { FILE_START, type Finding, finding } from '../../findings/finding.ts';
import type { Talk } from '../summary/meetup.ts';
import { findSpot } from '../summary/source-file.ts';
import type { Rule } from './meetup-rule.ts';

/** Who is asked or answers is a speaker, or the host, by the exact name. */
export const knownPeople: Rule = ({ meetup: { exchanges }, people: known }) => {
  if (!known) return [];
  const names = new Set(known);
  return exchanges.flatMap(({ source, askedTo, answers }) =>
    [...askedTo, ...answers.map((answer) => answer.respondent)]
      .filter(({ name }) => name !== '' && !names.has(name))
      .map(({ name, at }) =>
        finding(source.path, at, 'unknown-person', { name, suggestion: suggest(name, known), known }),
      ),
  );
};

/** The sections of event.md are part of the Q&A deck, which needs a question. */
export const shownSections: Rule = ({ meetup: { event, exchanges } }) => {
  const [first] = event.sections;
  if (!first || exchanges.length > 0) return [];
  const at = findSpot(event.lines, first.title.lines, '');
  return [finding(event.source.path, at, 'sections-unshown', { count: event.sections.length })];
};

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

/** The nearest name, or one that stands in what was written: `黄东旭(PingCAP)`. */
function suggest(name: string, known: readonly string[]): string | null {
  const within = known.filter((each) => name.includes(each));
  return closest(name, known) ?? (within.length === 1 ? (within[0] ?? null) : null);
}

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
