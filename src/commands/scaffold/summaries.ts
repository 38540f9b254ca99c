import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliError, wording } from '../../base/errors.ts';
import { findCitations } from '../../content/parse/citation.ts';
import { parse } from '../../content/parse/parse.ts';
import { CONTENT_FOLDER, listFolder } from '../../content/read/content-folder.ts';
import { readContent } from '../../content/read/read.ts';
import { nearestPerson } from '../../content/rules/nearest-person.ts';
import { type Meetup, profilesOf } from '../../content/summary/meetup.ts';
import { validate } from '../../content/validate/validate.ts';
import { validateExchange, validateTalk } from '../../content/validate/validate-summary.ts';
import { type Finding, sortFindings } from '../../findings/finding.ts';
import { fillTemplate, type NewFile, numberedPath } from './new-files.ts';
import { isTalkSlug, personSlug, slugKey, textSlug } from './slug.ts';

export interface TalkFacts {
  readonly speaker: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly org: string | null;
  /** How the name is pronounced, for the file name. */
  readonly reading: string | null;
  readonly takeaway: string | null;
  /** Markdown of a deck to take the sections from; relative to where the command runs. */
  readonly from: string | null;
}

/**
 * The file of a new talk, numbered after the existing ones. Unknown fields stay empty, so that check reports them.
 * @param template from starter/, in the meetup's language
 */
export function talkFile({ meetup, talkNames }: OpenMeetup, template: string, facts: TalkFacts): NewFile {
  const taken = new Set(talkNames.map((name) => slugKey(name.replace(/^_?(?:\d+[-_. ]+)?|\.md$/gi, ''))));
  const isFree = (slug: string) => !taken.has(slugKey(slug)) && isTalkSlug(slug);
  const known = profilesOf(meetup).find(
    ({ profile }) => profile.name === facts.speaker && profile.reading !== null,
  );
  const reading = facts.reading ?? known?.profile.reading ?? null;
  const slug = personSlug(facts.speaker, { reading, lang: meetup.event.lang });
  const path = numberedPath('content/talks', talkNames, slug || 'speaker', isFree);
  return { path, text: fillTemplate(template, { ...facts }) };
}

export interface QuestionFacts {
  /** May end in a citation. */
  readonly question: string;
  /** Null for the host, if there is one. */
  readonly askedBy: string | null;
  /** Names; empty for everybody. */
  readonly askedTo: readonly string[];
  readonly topic: string | null;
}

/**
 * The file of a new question, numbered after the existing ones, with a section per person who may answer. Unknown
 * fields stay empty, so that check reports them.
 * @param template from starter/, in the meetup's language
 * @throws CliError if the question exists already, or a person asked is unknown
 */
export function questionFile(open: OpenMeetup, template: string, facts: QuestionFacts): NewFile {
  const { event, talks, exchanges } = open.meetup;
  const text = withoutCitations(facts.question);
  const same = exchanges.find(({ question }) => question.text === text);
  if (same) {
    throw new CliError(
      wording`This question is there already: ${same.source.path}.`,
      wording`Write the answer there.`,
    );
  }
  const names = talks.flatMap((talk) => talk.speakers.map(({ name }) => name)).filter((name) => name !== '');
  const speakers = [...new Set(names)];
  const others = [...event.people.map(({ name }) => name), ...(event.host === null ? [] : [event.host])];
  for (const name of facts.askedTo) checkKnown(name, [...speakers, ...others]);
  const taken = new Set(open.questionNames.map((name) => name.replace(/\.md$/i, '').toLowerCase()));
  const isFree = (slug: string) => !taken.has(slug);
  const path = numberedPath(
    'content/qa',
    open.questionNames,
    textSlug(text, event.lang) || 'question',
    isFree,
  );
  const values = {
    question: facts.question,
    askedBy: facts.askedBy ?? event.host,
    askedTo: facts.askedTo,
    topic: facts.topic,
    topics: [...new Set(exchanges.map(({ topic }) => topic))].filter((topic) => topic !== ''),
    answers: facts.askedTo.length > 0 ? facts.askedTo : speakers,
  };
  return { path, text: fillTemplate(template, values) };
}

export interface OpenMeetup {
  /** What remains of it if there are findings. */
  readonly meetup: Meetup;
  /** Names of all files, including drafts. */
  readonly talkNames: readonly string[];
  readonly questionNames: readonly string[];
}

/**
 * Reads the meetup that a summary is added to.
 * @throws CliError if there is none
 */
export function openMeetup(root: string): OpenMeetup {
  const content = join(resolve(root), CONTENT_FOLDER);
  if (!existsSync(join(content, 'event.md'))) {
    throw new CliError(
      wording`There is no ${CONTENT_FOLDER}/event.md in ${resolve(root)}, so it is not a meetup's folder.`,
      wording`Run talkdeck where your content/ folder is, name that place with --root DIR, or begin with "talkdeck init".`,
    );
  }
  return {
    // Findings are left to check.
    meetup: validate(readContent(root)).meetup,
    talkNames: summaryNames(join(content, 'talks')),
    questionNames: summaryNames(join(content, 'qa')),
  };
}

/** What check will report in a new summary. */
export function leftToWrite(
  kind: 'talk' | 'question',
  { path, text }: NewFile,
  lang: string,
): readonly Finding[] {
  const { value: parsed, findings } = parse({ path, text });
  const file = parsed && { ...parsed, lang };
  const ofSummary = file ? (kind === 'talk' ? validateTalk(file) : validateExchange(file)).findings : [];
  return sortFindings([...findings, ...ofSummary]);
}

function withoutCitations(question: string): string {
  return findCitations(question)
    .reduce((text, citation) => text.replace(citation, ''), question)
    .trim();
}

function checkKnown(name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const suggestion = nearestPerson(name, known)?.name ?? null;
  throw new CliError(
    suggestion === null
      ? wording`Nobody is called ${name} here.`
      : wording`Nobody is called ${name} here. Did you mean ${suggestion}?`,
    known.length === 0 ? wording`There is no talk yet.` : wording`Known are: ${known.join(', ')}.`,
  );
}

function summaryNames(folder: string): readonly string[] {
  return (listFolder(folder) ?? []).filter((name) => /\.md$/i.test(name));
}
