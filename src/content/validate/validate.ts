import { posix } from 'node:path';
import { type Memory, NO_MEMORY } from '../../base/memory.ts';
import { FILE_START, type Finding, finding, type Result } from '../../findings/finding.ts';
import { type ParsedFile, parse } from '../parse/parse.ts';
import type { ContentFiles } from '../read/read.ts';
import type { Event, Meetup } from '../summary/meetup.ts';
import type { SourceFile } from '../summary/source-file.ts';
import { eventSchema, oneLine } from './schema.ts';
import { validateMarkup, validateTables } from './validate-markup.ts';
import { validateEvent, validateExchange, validateTalk } from './validate-summary.ts';

/** So many are named, and one that stands for the rest: somebody put a folder of thousands into content/. */
const MOST_IGNORED = 20;

export interface Validated {
  /** What is left of it where there are findings. */
  readonly meetup: Meetup;
  /** Names of the speakers and the host; null where a file that would name one cannot be read. */
  readonly people: readonly string[] | null;
  /** Whether every file is in it. */
  readonly complete: boolean;
  /** Of the files one by one, once they could be read. */
  readonly findings: readonly Finding[];
}

/** Parses and validates every file on its own, so that one mistake does not hide those of others. */
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

  // The transcript may be any file, in any place.
  const transcript = event?.summary?.transcript;
  const transcriptPath = transcript && posix.join('content', transcript.path);
  const ignored = content.ignored.filter((path) => path !== transcriptPath);
  const speakers = talks.map(({ parsed }) => textField(parsed, 'speaker'));
  const known = event?.parsed && isHostKnown(event.parsed) && !speakers.includes(null);
  const summaries = [...talks, ...exchanges].map(({ summary }) => summary);
  return {
    meetup: {
      event: event?.summary ?? noEvent(content.event),
      talks: talks.flatMap(({ summary }) => summary ?? []),
      exchanges: exchanges.flatMap(({ summary }) => summary ?? []),
    },
    people: known
      ? [...new Set([...speakers, event.summary?.host ?? null].filter((name) => name !== null))]
      : null,
    complete: event?.summary != null && !summaries.includes(null),
    findings: [event ?? [], talks, exchanges]
      .flat()
      .flatMap(({ findings }) => findings)
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

/** What is made of one file. */
interface Summary<S> {
  /** Null where front matter and body cannot be told apart; then there is no summary either. */
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
  // event.md says its own.
  const own = (value.frontMatter.data as Record<string, unknown> | undefined)?.lang;
  const parsed = { ...value, lang: lang ?? (typeof own === 'string' ? own : undefined) };
  const summary = validateSummary(parsed);
  return {
    parsed,
    summary: summary.value,
    findings: [...findings, ...validateMarkup(parsed), ...validateTables(parsed), ...summary.findings],
  };
}

/** Whether it is sure who the host is, or that there is none: the field may be misspelt. */
function isHostKnown(event: ParsedFile): boolean {
  const { readable, data } = event.frontMatter;
  const misspelt = Object.keys(data as object).some((key) => !(key in eventSchema.entries));
  return readable && (textField(event, 'host') !== null || !misspelt);
}

function textField(file: ParsedFile | null, name: string): string | null {
  const value = (file?.frontMatter.data as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' && oneLine(value) !== '' ? oneLine(value) : null;
}

/** Stands in for an event.md that cannot be read, so that the other files are looked at. */
function noEvent(source: SourceFile | null): Event {
  return {
    source: source ?? { path: 'content/event.md', text: '' },
    lines: [],
    notes: [],
    title: '',
    lang: 'und',
    subtitle: null,
    date: null,
    host: null,
    organizer: null,
    transcript: null,
    closing: null,
    look: { theme: 'quiet', ratio: '16:9', logo: null, paper: null, ink: null, accents: [], fonts: {} },
    reveal: true,
    logo: null,
    fonts: [],
    colors: [],
    glossary: [],
    adviceOff: [],
    sections: [],
  };
}
