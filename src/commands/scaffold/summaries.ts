import { CliError } from '../../base/errors.ts';
import { fillTemplate } from '../../scaffold/fill-template.ts';
import { isTalkSlug } from '../../scaffold/is-talk-slug.ts';
import { numberedPath } from '../../scaffold/numbered-path.ts';
import type { OpenMeetup } from '../../scaffold/open-meetup.ts';
import type { NewFile } from './new-files.ts';
import { personSlug } from './slug.ts';

export interface TalkFacts {
  readonly speaker: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly org: string | null;
}

/**
 * The file of a new talk, in the order behind those that are there. What is not known yet stands empty, so that
 * check names it.
 * @param template of starter/, in the meetup's language
 * @throws CliError where the speaker has a talk already
 */
export function talkFile({ meetup, talkNames }: OpenMeetup, template: string, facts: TalkFacts): NewFile {
  const { talks } = meetup;
  const same = talks.find(({ speaker }) => speaker === facts.speaker);
  if (same) {
    throw new CliError(
      `There is a talk by ${facts.speaker} already: ${same.source.path}.`,
      'Write there; or tell the two persons apart by their names.',
    );
  }
  const taken = new Set(
    talkNames.map((name) => name.replace(/^_?(?:\d+[-_. ]+)?|\.md$/gi, '').toLowerCase()),
  );
  const isFree = (slug: string) => !taken.has(slug) && isTalkSlug(slug);
  const path = numberedPath('content/talks', talkNames, personSlug(facts.speaker) || 'speaker', isFree);
  return { path, text: fillTemplate(template, { ...facts }) };
}
