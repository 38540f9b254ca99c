import { posix } from 'node:path';
import { type Diagnostic, FILE_START, warning } from '../diagnostics/diagnostic.ts';
import type { Event, Meetup } from './meetup.ts';
import { type ParsedFile, parse } from './parse.ts';
import type { ContentFiles } from './read.ts';
import { eventSchema, oneLine } from './schema.ts';
import type { SourceFile } from './source-file.ts';
import { validateMarkup } from './validate-markup.ts';
import { validateEvent, validateExchange, validateTalk } from './validate-summary.ts';

export interface Validated {
  /** What is left of it where there are findings. */
  readonly meetup: Meetup;
  /** Names of the speakers and the host; null where a file that would name one cannot be read. */
  readonly people: readonly string[] | null;
  /** Whether every file is in it. */
  readonly complete: boolean;
}

/** Parses and validates every file on its own, so that one mistake does not hide those of others. */
export function validate(content: ContentFiles, diagnostics: Diagnostic[]): Validated {
  const parsedEvent = content.event && parse(content.event, diagnostics);
  const parsedTalks = content.talks.map((file) => parse(file, diagnostics));
  const parsedExchanges = content.exchanges.map((file) => parse(file, diagnostics));

  for (const file of [parsedEvent, ...parsedTalks, ...parsedExchanges]) {
    if (file) diagnostics.push(...validateMarkup(file));
  }
  const event = parsedEvent && validateEvent(parsedEvent, diagnostics);
  const talks = parsedTalks.map((file) => file && validateTalk(file, diagnostics));
  const exchanges = parsedExchanges.map((file) => file && validateExchange(file, diagnostics));

  for (const path of content.ignored) {
    // The transcript may be any file, in any place.
    if (event?.transcript && posix.join('content', event.transcript.path) === path) continue;
    diagnostics.push(warning(path, FILE_START, 'file-ignored', { path }));
  }
  const speakers = parsedTalks.map((file) => textField(file, 'speaker'));
  const known = event && parsedEvent && isHostKnown(parsedEvent) && !speakers.includes(null);
  return {
    meetup: {
      event: event ?? noEvent(content.event),
      talks: talks.filter((talk) => talk !== null),
      exchanges: exchanges.filter((exchange) => exchange !== null),
    },
    people: known ? [...new Set([...speakers, event.host].filter((name) => name !== null))] : null,
    complete: event !== null && !talks.includes(null) && !exchanges.includes(null),
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
    sections: [],
  };
}
