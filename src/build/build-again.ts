import { isNewer } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import type { Finding } from '../findings/finding.ts';
import { buildEdited, talkRecords, writeTalkRecords } from './build-edited.ts';
import { signInputs, writeBuildRecord } from './build-record.ts';
import { compile } from './compile.ts';
import { writeCurrent } from './write-current.ts';
import { type DecksReport, describeBackups } from './write-decks.ts';

export interface BuildRequest {
  /** Whether to discard edits of generated files. */
  readonly force: boolean;
  /** Whether to skip the build if nothing has changed since the last one. */
  readonly useCache: boolean;
  /** slides/ as shown in notes. */
  readonly folder: string;
}

export interface Built extends DecksReport {
  readonly decks: number;
  /** What happened to files edited by hand. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

const NOTHING = { decks: 0, written: [], unchanged: [], kept: [], removed: [], notes: [] };

/** Compiles content/, or only the edited part, and writes slides/, or nothing if there are errors. */
export function buildAgain(project: Project, request: BuildRequest): Built {
  const edited = request.useCache && !request.force ? buildEdited(project) : null;
  if (edited === null) return buildFresh(project, request);
  const { decks, findings, files, written } = edited;
  const unchanged = files.filter((path) => !written.includes(path));
  return { ...NOTHING, decks, findings, written, unchanged };
}

function buildFresh(project: Project, { force, folder }: BuildRequest): Built {
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
  // The decks lack anything saved meanwhile; without a stamp the next build notices.
  if (signInputs(project, null) === signature && !isNewer(transcript, began)) {
    const files = value.files.map(({ path }) => path);
    writeBuildRecord(project, { ...built, inputs, transcript, files });
    writeTalkRecords(project, talks);
  }
  return { ...report, ...built, notes: describeBackups(report, folder, decks) };
}
