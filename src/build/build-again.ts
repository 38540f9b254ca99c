import { isNewer } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import type { Finding } from '../findings/finding.ts';
import { buildEdited, talkRecords, writeTalkRecords } from './build-edited.ts';
import { signInputs, writeBuildRecord } from './build-record.ts';
import { compile } from './compile.ts';
import { writeCurrent } from './write-current.ts';
import { type DecksReport, describeBackups } from './write-decks.ts';

export interface BuildRequest {
  /** Whether edits of generated files are thrown away. */
  readonly force: boolean;
  /** Whether a build with nothing changed since the last one may leave all as it is. */
  readonly useCache: boolean;
  /** What notes call slides/. */
  readonly folder: string;
}

export interface Built extends DecksReport {
  readonly decks: number;
  /** What became of files that were edited by hand. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

const NOTHING = { decks: 0, written: [], unchanged: [], kept: [], removed: [], notes: [] };

/** Compiles content/, or what was edited of it, and writes slides/, or nothing while there are errors. */
export function buildAgain(project: Project, request: BuildRequest): Built {
  const edited = request.useCache && !request.force ? buildEdited(project) : null;
  if (edited === null) return buildAnew(project, request);
  const { decks, findings, files, written } = edited;
  const unchanged = files.filter((path) => !written.includes(path));
  return { ...NOTHING, decks, findings, written, unchanged };
}

function buildAnew(project: Project, { force, folder }: BuildRequest): Built {
  const began = Date.now();
  const before = signInputs(project, null);
  const first = compile(project);
  if (!first.value) return { ...NOTHING, findings: first.findings };
  const { compiled, report, signature } = writeCurrent(project, before, first, force);
  const { value, findings } = compiled;
  if (!value) return { ...NOTHING, findings };
  const decks = value.decks.map(({ deck }) => deck);
  const built = { decks: decks.length, findings };
  const { transcript } = value;
  const inputs = signInputs(project, transcript);
  const talks = talkRecords(project, compiled.meetup, value, inputs);
  // What was saved meanwhile is not in these decks; without a stamp the next build sees it.
  if (signInputs(project, null) === signature && !isNewer(transcript, began)) {
    const files = value.files.map(({ path }) => path);
    writeBuildRecord(project, { ...built, inputs, transcript, files });
    writeTalkRecords(project, talks);
  }
  return { ...report, ...built, notes: describeBackups(report, folder, decks) };
}
