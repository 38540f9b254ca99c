import { basename, resolve } from 'node:path';
import { CliError, wording } from '../base/errors.ts';
import { CONTENT_FOLDER } from '../content/read/content-folder.ts';
import type { Drafter } from '../importing/drafts.ts';
import type { Meeting } from '../importing/meeting.ts';
import { readSource } from '../importing/read-source.ts';
import { readTranscript } from '../importing/read-transcript.ts';
import { findMeeting, type Given, type LinedReading } from '../importing/structure/find-meeting.ts';
import type { ExitCode } from './flags.ts';
import type { ImportFlags } from './import-flags.ts';
import { report } from './report.ts';
import { EXTRACTIVE } from './scaffold/draft-summaries.ts';
import { givenBy } from './scaffold/import-given.ts';
import { type PlannedImport, prepareImport, writeImport } from './scaffold/write-import.ts';
import { words } from './words/words.ts';

/** Creates a meetup from its transcript, or merges a newer import into it. */
export async function importMeetup(flags: ImportFlags, file: string): Promise<ExitCode> {
  const imported = await importInto(flags, file);
  if (imported === null) return 0;
  return report(flags, { findings: [], facts: imported.facts, summary: imported.summary });
}

/** What was done, and its description. */
export interface Imported {
  /** Language of the decks, BCP 47. */
  readonly lang: string;
  readonly facts: {
    /** Below the root. */
    readonly files: readonly string[];
    readonly removed: readonly string[];
    readonly report: PlannedImport['report'];
  };
  readonly summary: string;
}

/**
 * Writes the summaries, without reporting yet.
 * @returns null if nothing is to be written: only the requests were, or a person declined
 */
export async function importInto(flags: ImportFlags, file: string): Promise<Imported | null> {
  const name = basename(file);
  const meeting = await understand(file, flags);
  const isDry = flags.dryRun === true;
  const drafter = await drafterFor(flags, meeting);
  if (drafter === null) return null;
  const prepared = prepareImport(flags.root, name, meeting, drafter);
  if (!isDry) writeImport(flags.root, name, meeting, prepared);
  const { write, remove } = prepared.plan;
  const below = ({ path }: { readonly path: string }) => `${CONTENT_FOLDER}/${path}`;
  return {
    lang: meeting.lang,
    facts: {
      files: write.map(below),
      removed: remove.map((path) => below({ path })),
      report: prepared.report,
    },
    summary: summaryOf(prepared, isDry),
  };
}

async function drafterFor(flags: ImportFlags, meeting: Meeting): Promise<Drafter | null> {
  const { llm, model, prompt, answers } = flags;
  if (llm === undefined && model === undefined && prompt === undefined && answers === undefined)
    return EXTRACTIVE;
  const { draftWithModel } = await import('./scaffold/draft-with-model.ts');
  return draftWithModel(flags, meeting);
}

async function understand(file: string, flags: ImportFlags): Promise<Meeting> {
  const given = givenBy(flags);
  const reading = readNamed(file, flags, given);
  const meeting = findMeeting(reading, given);
  checkLabels(meeting, given);
  const { stdin: input, stdout: output } = flags.terminal;
  const mayAsk = !flags.yes && !flags.json && !flags.dryRun && input.isTTY === true && output.isTTY === true;
  if (!mayAsk) return meeting;
  // Loaded only when there is something to ask.
  const { askPeople } = await import('./scaffold/ask-people.ts');
  return findMeeting(reading, await askPeople(meeting, given, { input, output }));
}

/**
 * A separate function, so that the file can be freed: keeping it takes half as much memory again for a long transcript.
 */
function readNamed(file: string, { format, terminal }: ImportFlags, { lang }: Given): LinedReading {
  return readTranscript(readSource(resolve(terminal.cwd, file), file), format ?? null, lang);
}

/** @throws CliError if --speaker names a label that is not in the transcript */
function checkLabels({ people, talks }: Meeting, { speakers }: Given): void {
  const labels = new Set(people.flatMap(({ name, aliases }) => [name, ...aliases]));
  const lines = new Set(talks.map(({ range }) => `L${range.first}`));
  const unknown = [...speakers.keys()].find((label) => !labels.has(label) && !lines.has(label));
  if (unknown === undefined) return;
  const known = [...people.map(({ name }) => name), ...lines].slice(0, 20);
  throw new CliError(
    wording`Nobody has the label ${unknown} in this transcript.`,
    wording`There are: ${known.join(', ')}.`,
  );
}

function summaryOf({ plan, report: found }: PlannedImport, isDry: boolean): string {
  const say = words().imported;
  const doubts = found.names.length + found.ofNobody.length + found.damages.length + found.unanswered.length;
  const { write, remove } = plan;
  return [
    say.read(found.from, found.format, found.talks.length, found.exchanges, found.host),
    say.written(write.length, CONTENT_FOLDER, isDry),
    ...(remove.length > 0 ? [say.removed(remove, isDry)] : []),
    ...found.kept.map(({ path, beside }) => say.kept(path, beside)),
    ...found.names.map(
      ({ of, value, how }) => `  ${say.doubt(say.report.phrase(of), value, say.report.phrase(how))}`,
    ),
    ...(found.model
      ? [say.ofModel(found.model.kept, found.model.refused.length, found.model.unanswered.length)]
      : []),
    ...(isDry ? [] : [say.toLookAt(doubts, 'out/import-report.md')]),
  ].join('\n');
}
