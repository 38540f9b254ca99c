import type { Spot } from '../../base/text.ts';
import { FILE_START, type Finding, finding } from '../../findings/finding.ts';
import { assetPath } from '../summary/asset.ts';
import { LABEL_NAMES } from '../summary/labels.ts';
import { DECK_LANGUAGES, deckLanguage, sameTongue } from '../summary/languages.ts';
import { type Profile, profilesOf, type Talk } from '../summary/meetup.ts';
import type { SourceFile } from '../summary/source-file.ts';
import { isAudience } from '../validate/validate-people.ts';
import type { Rule } from './meetup-rule.ts';
import { foldName, nearestPerson, severalPeople } from './nearest-person.ts';

/** People asked and answering are speakers, the host, other known people (by exact name), or the audience. */
export const knownPeople: Rule = ({ meetup: { exchanges }, people: known }) => {
  if (!known) return [];
  const names = new Set(known);
  return exchanges.flatMap(({ source, askedTo, answers }) =>
    [...askedTo, ...answers.map((answer) => answer.respondent)]
      .filter(({ name }) => name !== '' && !names.has(name) && !isAudience(name))
      .map(({ name, at }) => unknownPerson(source, name, at, known)),
  );
};

/** Decks have fixed words for the language of the meetup. */
export const languageOfDecks: Rule = ({ meetup: { event, talks } }) => {
  const said = [
    { source: event.source, lang: event.lang, at: event.langAt, labels: event.labels },
    ...talks.flatMap(({ source, lang, labels }) => {
      if (!lang) return [];
      const ofEvent = sameTongue(lang.tag, event.lang) ? event.labels : {};
      return [{ source, lang: lang.tag, at: lang.at, labels: { ...ofEvent, ...labels } }];
    }),
  ];
  // A missing or invalid language is reported separately.
  return said.flatMap(({ source, lang, at, labels }) => {
    const missing = LABEL_NAMES.filter((name) => labels[name] === undefined);
    if (lang === '' || deckLanguage(lang) !== null || missing.length === 0) return [];
    return [finding(source.path, at, 'no-labels', { lang, known: DECK_LANGUAGES, missing })];
  });
};

/** Links in front matter have QR codes that can be scanned from the back row. */
export const shortLinks: Rule = ({ meetup: { event, talks } }) =>
  [
    ...[...event.links, ...event.people.flatMap((person) => person.links)].map((link) => ({
      source: event.source,
      link,
    })),
    ...talks.flatMap(({ source, links, speakers }) =>
      [...links, ...speakers.flatMap((speaker) => speaker.links)].map((link) => ({ source, link })),
    ),
  ].flatMap(({ source, link: { href, at } }) => {
    const bytes = Buffer.byteLength(href);
    return bytes > LONGEST_LINK ? [finding(source.path, at, 'long-link', { bytes, most: LONGEST_LINK })] : [];
  });

/** In bytes: what a code of 41 by 41 modules holds (version 6 with the lowest error correction). */
const LONGEST_LINK = 134;

/** A deck's file is named by its talk's slug. */
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

/** Nobody has two names that look the same, for instance with different apostrophes. */
export const similarPeople: Rule = ({ meetup: { event, talks } }) => {
  const host = event.lines.findIndex((line) => line.startsWith('host:'));
  const first = event.host === null ? [] : [{ file: event.source.path, name: event.host, line: host + 1 }];
  const seen = new Map(first.map((each) => [foldName(each.name), each]));
  return profilesOf({ event, talks }).flatMap(({ file, profile: { name, at } }) => {
    const key = foldName(name);
    const known = seen.get(key);
    if (!known) seen.set(key, { file, name, line: at.line });
    // A missing name is reported separately.
    if (!known || name === '' || known.name === name) return [];
    const args = { name, other: known.name, file: known.file, line: known.line };
    return [finding(file, at, 'similar-person', args)];
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

function unknownPerson(
  { path, text }: SourceFile,
  name: string,
  at: Spot,
  known: readonly string[],
): Finding {
  const nearest = nearestPerson(name, known);
  const several = severalPeople(name, known);
  const signs = nearest?.signs ?? [];
  const args = { name, suggestion: nearest?.name ?? null, signs, several, known };
  // --fix corrects a name that differs only in such signs, if it is in the file as compared.
  const { line, column, length } = at;
  const isPlain = text.split('\n', line)[line - 1]?.slice(column - 1, column - 1 + length) === name;
  const edits = nearest && signs.length > 0 && isPlain ? [{ at, text: nearest.name }] : [];
  return finding(path, at, 'unknown-person', args, edits);
}
