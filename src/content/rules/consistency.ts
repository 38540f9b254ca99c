import { closest } from '../../base/closest.ts';
import { FILE_START, type Finding, finding } from '../../findings/finding.ts';
import { assetPath } from '../summary/asset.ts';
import { DECK_LANGUAGES, deckLanguage } from '../summary/languages.ts';
import { type Profile, profilesOf, type Talk } from '../summary/meetup.ts';
import { isAudience } from '../validate/validate-people.ts';
import type { Rule } from './meetup-rule.ts';

/** People asked and answering are speakers, the host, other known people (by exact name), or the audience. */
export const knownPeople: Rule = ({ meetup: { exchanges }, people: known }) => {
  if (!known) return [];
  const names = new Set(known);
  return exchanges.flatMap(({ source, askedTo, answers }) =>
    [...askedTo, ...answers.map((answer) => answer.respondent)]
      .filter(({ name }) => name !== '' && !names.has(name) && !isAudience(name))
      .map(({ name, at }) =>
        finding(source.path, at, 'unknown-person', { name, suggestion: suggest(name, known), known }),
      ),
  );
};

/** Decks contain fixed words in the meetup's language. */
export const languageOfDecks: Rule = ({ meetup: { event } }) => {
  const { lang, langAt, source } = event;
  // A missing or invalid tag is reported separately.
  if (lang === '' || deckLanguage(lang) !== null) return [];
  return [finding(source.path, langAt, 'no-labels', { lang, known: DECK_LANGUAGES })];
};

/** Slugs of talks, which name the deck files, are unique. */
export const uniqueTalks: Rule = ({ meetup: { talks } }) => {
  const seen = new Map<string, Talk>();
  return talks.flatMap((talk) => {
    const slug = talk.slug.toLowerCase();
    // A missing name is reported separately.
    if (slug === '') return [];
    const other = seen.get(slug);
    if (other)
      return [
        finding(talk.source.path, FILE_START, 'duplicate-slug', {
          slug: talk.slug,
          other: other.source.path,
        }),
      ];
    seen.set(slug, talk);
    return [];
  });
};

/** A person described in several places has the same details in all of them. */
export const samePeople: Rule = ({ meetup: { event, talks } }) => {
  const seen = new Map<string, Described>();
  return profilesOf({ event, talks }).flatMap(({ file, profile }) => {
    const { name } = profile;
    return described(file, profile).flatMap(({ field, value, at }): readonly Finding[] => {
      const key = JSON.stringify([name, field]);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, { file, line: at.line, value });
        return [];
      }
      if (name === '' || first.value === value) return [];
      const args = { name, field, value, other: first.value, file: first.file, line: first.line };
      return [finding(file, at, 'person-differs', args)];
    });
  });
};

interface Described {
  readonly file: string;
  readonly line: number;
  readonly value: string;
}

/** The details in a profile. */
function described(file: string, { texts, portrait, accent }: Profile) {
  return [
    ...texts.map(({ field, text, at }) => ({ field, value: text, at })),
    ...(portrait ? [{ field: 'portrait', value: assetPath(file, portrait.ref), at: portrait.at }] : []),
    ...(accent ? [{ field: 'accent', value: accent.color, at: accent.at }] : []),
  ];
}

/** The closest name, or one contained in the text: `黄东旭(PingCAP)`. */
function suggest(name: string, known: readonly string[]): string | null {
  const within = known.filter((each) => name.includes(each));
  return closest(name, known) ?? (within.length === 1 ? (within[0] ?? null) : null);
}
