import { fixContent } from '../../advice/fix-content.ts';
import type { ContentFiles } from '../../content/read/read.ts';
import { validate } from '../../content/validate/validate.ts';
import type { Finding } from '../../findings/finding.ts';
import type { DraftedExchange, DraftedTalk, Drafter } from '../../importing/drafts.ts';
import { guestTalks, otherPeople } from '../../importing/guests.ts';
import { type FoundExchange, type FoundTalk, type Meeting, utterancesIn } from '../../importing/meeting.ts';
import { ENGLISH_IMPORT_REPORT } from '../../importing/report-words.ts';
import {
  eventSummary,
  questionSummary,
  TRANSCRIPT_FILE,
  talkSummary,
} from '../../importing/write/summaries.ts';
import { IMPORT_REPORT_IN_CHINESE } from '../words/import-chinese.ts';
import type { ImportedFile } from './imported-files.ts';
import { personSlug, textSlug } from './slug.ts';

/** A talk with its `of` in `files`. */
export interface ImportedTalk {
  readonly of: string;
  readonly talk: FoundTalk;
}

export interface ImportedMeetup {
  readonly files: readonly ImportedFile[];
  readonly talks: readonly ImportedTalk[];
}

/** All summaries of a meeting, and its transcript. @param transcript text of the transcript */
export function importedMeetup(meeting: Meeting, transcript: string, drafter: Drafter): ImportedMeetup {
  const talks = [...meeting.talks, ...guestTalks(meeting)].map((talk) => ({ of: talkKey(talk), talk }));
  const speakers = new Set(talks.flatMap(({ talk }) => talk.speaker?.value ?? []));
  const others = otherPeople(meeting, speakers);
  const known = new Set([
    ...speakers,
    ...(meeting.host ? [meeting.host.value] : []),
    ...others.map(({ name }) => name),
  ]);
  const summaries = [
    { of: 'event', place: 'event.md', text: eventSummary(meeting, others, commentWords(meeting)) },
    ...talks.map(({ of, talk }) => talkFile(meeting, of, talk, drafter.talk(meeting, talk))),
    ...meeting.exchanges.map((exchange) =>
      questionFile(meeting, exchange, drafter.exchange(meeting, exchange, known), known),
    ),
  ];
  return {
    talks,
    files: [{ of: 'transcript', place: TRANSCRIPT_FILE, text: transcript }, ...mended(summaries)],
  };
}

function talkKey({ speaker, range }: FoundTalk): string {
  return `talk ${speaker?.value ?? `L${range.first}`}`;
}

function talkFile(meeting: Meeting, of: string, talk: FoundTalk, draft: DraftedTalk): ImportedFile {
  const slug = personSlug(talk.speaker?.value ?? '', { lang: meeting.lang }) || 'speaker';
  return {
    of,
    place: { folder: 'talks', slug },
    text: talkSummary(meeting, talk, draft, commentWords(meeting)),
  };
}

function questionFile(
  meeting: Meeting,
  exchange: FoundExchange,
  draft: DraftedExchange,
  known: ReadonlySet<string>,
): ImportedFile {
  const [asked] = utterancesIn(meeting.transcript, [exchange.question]);
  const words = (draft.question?.text ?? asked?.text ?? '').slice(0, LONGEST_ASKED);
  const slug = textSlug(words, meeting.lang) || 'question';
  return {
    of: `question L${exchange.question.first}`,
    place: { folder: 'qa', slug },
    text: questionSummary(meeting, exchange, draft, known, commentWords(meeting)),
  };
}

function commentWords({ lang }: Meeting) {
  return /^zh\b/i.test(lang) ? IMPORT_REPORT_IN_CHINESE : ENGLISH_IMPORT_REPORT;
}

/** Characters; enough for a file name. */
const LONGEST_ASKED = 200;

/** Applies what `check --fix` would, so that a fresh import needs no fixes. */
function mended(files: readonly ImportedFile[]): readonly ImportedFile[] {
  const sources = files.map(({ place, text }, at) => ({
    path: typeof place === 'string' ? `content/${place}` : `content/${place.folder}/${at}-${place.slug}.md`,
    text,
  }));
  const below = (folder: string) => sources.filter(({ path }) => path.startsWith(`content/${folder}/`));
  const content: ContentFiles = {
    event: sources.find(({ path }) => path === 'content/event.md') ?? null,
    talks: below('talks'),
    exchanges: below('qa'),
    ignored: [],
    findings: [],
  };
  const fixed = new Map(fixContent(content, errorsOf).map(({ path, after }) => [path, after]));
  return files.map((file, at) => ({ ...file, text: fixed.get(sources[at]?.path ?? '') ?? file.text }));
}

function errorsOf(content: ContentFiles): readonly Finding[] {
  return validate(content).findings.filter(({ severity }) => severity === 'error');
}
