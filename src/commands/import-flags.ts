import { Option } from 'commander';
import type { Shape } from '../importing/meeting.ts';
import { FORMAT_NAMES } from '../importing/meeting.ts';
import type { CommonOptions } from './flags.ts';
import type { TranscriptFlags } from './scaffold/import-given.ts';

/** Flags of `import`. */
export interface ImportFlags extends CommonOptions, TranscriptFlags {
  readonly format?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  /** Address of a model. */
  readonly llm?: string;
  readonly model?: string;
  /** File to write the requests for a model to. */
  readonly prompt?: string;
  /** File with a model's replies to these. */
  readonly answers?: string;
}

const SHAPES: readonly Shape[] = ['talks', 'panel', 'interview', 'meeting'];

export const IMPORT_OPTIONS: readonly Option[] = [
  new Option('--format <name>', 'format of the file (by default it is found out)').choices(FORMAT_NAMES),
  new Option(
    '--speaker <label=name>',
    'who a label is, or who gives the talk at a line: SPEAKER_01=Ada, L27=Ada',
  ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]),
  new Option('--host <name>', 'who leads through the meetup'),
  new Option('--shape <shape>', 'what kind of meetup it is').choices(SHAPES),
  new Option('--title <text>', 'name of the meetup'),
  new Option('--date <day>', 'day of the meetup: 2031-04-02'),
  new Option('--lang <tag>', 'language of the decks; of subtitles in two languages, the one that is read'),
  new Option(
    '--llm <url>',
    'let a model word the drafts: http://127.0.0.1:11434/v1; each statement is checked',
  ),
  new Option('--model <name>', 'with --llm: which model'),
  new Option('--prompt <file>', 'only write what a model would be asked, to be pasted into any chat'),
  new Option('--answers <file>', 'take what a chat answered to it'),
  new Option('--dry-run', 'write nothing, only say what would be written'),
  new Option('-y, --yes', 'ask nothing'),
];
