import { posix } from 'node:path';
import * as v from 'valibot';
import { type Memory, NO_MEMORY } from '../../base/memory.ts';
import { FILE_START, type Finding, type FindingCode, finding, type Result } from '../../findings/finding.ts';
import { type ParsedFile, parse } from '../parse/parse.ts';
import type { ContentFiles } from '../read/read.ts';
import { type Event, type Exchange, type Meetup, namedIn, type Talk } from '../summary/meetup.ts';
import type { SourceFile } from '../summary/source-file.ts';
import { eventSchema } from './schema.ts';
import { validateEmpty } from './validate-empty.ts';
import { validateEvent } from './validate-event.ts';
import { validateFieldText } from './validate-field-text.ts';
import { validateForeign } from './validate-foreign.ts';
import { validateFormulas } from './validate-formulas.ts';
import { validateCode, validateFootnotes, validateMarkup, validateTables } from './validate-markup.ts';
import { validateExchange, validateTalk } from './validate-summary.ts';

/**
 * Files reported one by one, before a single finding for the rest: someone may put a folder of thousands into content/.
 */
const MOST_IGNORED = 20;

export interface Validated {
  /** Possibly incomplete if there are findings. */
  readonly meetup: Meetup;
  /** Names of people who may be asked and answer; null if a file that would name one is unreadable. */
  readonly people: readonly string[] | null;
  /** Whether it contains every file. */
  readonly complete: boolean;
  /** About single files, once they could be read. */
  readonly findings: readonly Finding[];
}

/** Parses and validates each file separately, so that one mistake does not hide others. */
export function validate(content: ContentFiles, memory: Memory = NO_MEMORY): Validated {
  const read = <S>(
    source: SourceFile,
    validateSummary: ValidateSummary<S>,
    lang: string | undefined,
  ): Summary<S> =>
    memory.recall(`summary ${source.path}`, { source, lang }, () =>
      readSummary(source, lang, validateSummary),
    );
  const event = content.event && read(content.event, validateEvent, undefined);
  const lang = event?.summary?.lang;
  const talks = content.talks.map((source) => read(source, validateTalk, lang));
  const exchanges = content.exchanges.map((source) => read(source, validateExchange, lang));

  // The transcript may be any file anywhere.
  const transcript = event?.summary?.transcript;
  const transcriptPath = transcript && posix.join('content', transcript.path);
  const ignored = content.ignored.filter((path) => path !== transcriptPath);
  const allowed: ReadonlySet<FindingCode> = new Set(event?.summary?.allow);
  const isAllowed = ({ code, args }: Finding) =>
    allowed.has(code) || (code === 'markup-in-field' && args.meant === 'tag' && allowed.has('html-as-text'));
  const known = event?.parsed && arePeopleKnown(event.parsed) && talks.every(hasSpeakers);
  const summaries = [...talks, ...exchanges].map(({ summary }) => summary);
  return {
    meetup: {
      event: event?.summary ?? noEvent(content.event),
      talks: talks.flatMap(({ summary }) => summary ?? []),
      exchanges: exchanges.flatMap(({ summary }) => summary ?? []),
    },
    people: known ? knownNames(event.summary, talks, exchanges) : null,
    complete: event?.summary != null && !summaries.includes(null),
    findings: [event ?? [], talks, exchanges]
      .flat()
      .flatMap(({ findings }) => findings)
      .filter((each) => !isAllowed(each))
      .concat(ignoredFiles(ignored)),
  };
}

function ignoredFiles(paths: readonly string[]): readonly Finding[] {
  return paths.slice(0, MOST_IGNORED + 1).map((path, index) => {
    const others = index === MOST_IGNORED ? paths.length - MOST_IGNORED - 1 : 0;
    return finding(path, FILE_START, 'file-ignored', { path, others });
  });
}

type ValidateSummary<S> = (file: ParsedFile) => Result<S>;

/** Result for one file. */
interface Summary<S> {
  /** Null if front matter and body cannot be told apart; then there is no summary either. */
  readonly parsed: ParsedFile | null;
  readonly summary: S | null;
  readonly findings: readonly Finding[];
}

function readSummary<S>(
  source: SourceFile,
  lang: string | undefined,
  validateSummary: ValidateSummary<S>,
): Summary<S> {
  const { value, findings } = parse(source);
  if (!value) return { parsed: null, summary: null, findings };
  // event.md has its own language, and a talk may.
  const own = (value.frontMatter.data as Record<string, unknown> | undefined)?.lang;
  const parsed = { ...value, lang: typeof own === 'string' ? own : lang };
  const summary = validateSummary(parsed);
  return {
    parsed,
    summary: summary.value,
    findings: [
      ...findings,
      ...validateFieldText(parsed),
      ...validateMarkup(parsed),
      ...validateForeign(parsed),
      ...validateTables(parsed),
      ...validateEmpty(parsed),
      ...validateFootnotes(parsed),
      ...validateFormulas(parsed),
      ...validateCode(parsed),
      ...summary.findings,
    ],
  };
}

/** Names of speakers, the host, people in event.md, and people introduced in questions or answers. */
function knownNames(
  event: Event | null,
  talks: readonly Summary<Talk>[],
  exchanges: readonly Summary<Exchange>[],
): readonly string[] {
  const speakers = talks.flatMap(({ summary }) => summary?.speakers ?? []);
  const introduced = exchanges.flatMap(({ summary }) => (summary ? namedIn(summary) : []));
  return [
    ...new Set([
      ...speakers.map(({ name }) => name),
      ...(event?.host ? [event.host] : []),
      ...(event?.people ?? []).map(({ name }) => name),
      ...introduced.filter(({ role }) => role !== null).map(({ name }) => name),
    ]),
  ];
}

/** Whether host and people are certain, even if absent: a field may be misspelt or invalid. */
function arePeopleKnown({ frontMatter: { readable, data } }: ParsedFile): boolean {
  const fields = data as Readonly<Record<string, unknown>>;
  const misspelt = Object.keys(fields).some((key) => !(key in eventSchema.entries));
  const isFilled = (field: string) => (fields[field] ?? null) !== null;
  const sound = v.safeParse(eventSchema.entries.people, fields.people).success;
  return readable && sound && (!misspelt || (typeof fields.host === 'string' && isFilled('people')));
}

function hasSpeakers({ summary }: Summary<Talk>): boolean {
  return summary?.speakers.every(({ name }) => name !== '') === true;
}

/** Placeholder for an unreadable event.md, so that the other files are still checked. */
function noEvent(source: SourceFile | null): Event {
  return {
    source: source ?? { path: 'content/event.md', text: '' },
    lines: [],
    notes: [],
    title: '',
    lang: '',
    langAt: FILE_START,
    subtitle: null,
    date: null,
    venue: null,
    breaks: [],
    qaSlot: null,
    host: null,
    people: [],
    organizer: null,
    transcript: null,
    closing: null,
    recording: null,
    site: null,
    publish: [],
    links: [],
    labels: {},
    look: {
      theme: 'quiet',
      ratio: '16:9',
      logo: null,
      logoDark: null,
      paper: null,
      ink: null,
      accents: [],
      fonts: {},
    },
    reveal: true,
    logo: null,
    logoDark: null,
    sponsors: [],
    cover: null,
    fonts: [],
    colors: [],
    glossary: [],
    adviceOff: [],
    allow: [],
    sections: [],
    ending: null,
  };
}
