import { relative } from 'node:path';
import { isNewer } from '../base/changed.ts';
import { openProject, type Project } from '../base/project.ts';
import { readFreshBuild, signInputs, writeBuildRecord } from '../build/build-record.ts';
import { compile } from '../build/compile.ts';
import { writeCurrent } from '../build/write-current.ts';
import { type DecksReport, describeBackups } from '../build/write-decks.ts';
import type { Finding } from '../findings/finding.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { report } from './report.ts';

export interface BuildOptions extends CommonOptions {
  /** Whether edits of generated files are thrown away. */
  readonly force: boolean;
  /** Whether a build with nothing changed since the last one may leave all as it is. */
  readonly useCache: boolean;
}

interface Built extends Pick<DecksReport, 'written' | 'kept' | 'removed'> {
  readonly decks: number;
  readonly unchanged: number;
  /** What became of files that were edited by hand. */
  readonly notes: readonly string[];
  readonly findings: readonly Finding[];
}

/** Writes slides/, or nothing while there are errors. */
export function build(options: BuildOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  const folder = relative(options.terminal.cwd, project.slidesFolder) || '.';
  const built = (options.useCache ? fromStamp(project) : null) ?? buildAnew(project, folder, options.force);
  const { decks, written, unchanged, kept, removed, notes, findings } = built;
  return report(options, {
    findings,
    facts: { written, unchanged, kept, removed },
    summary:
      decks === 0
        ? 'Nothing was written.'
        : [
            ...notes,
            `${decks} decks in ${folder}/: ${written.length} files written, ${unchanged} unchanged.`,
          ].join('\n'),
  });
}

const NOTHING = { written: [], kept: [], removed: [], notes: [] };

function fromStamp(project: Project): Built | null {
  const stamp = readFreshBuild(project);
  return stamp && { ...stamp, ...NOTHING, unchanged: stamp.files.length };
}

function buildAnew(project: Project, folder: string, force: boolean): Built {
  const began = Date.now();
  const before = signInputs(project, null);
  const first = compile(project);
  if (!first.value) return { ...NOTHING, decks: 0, unchanged: 0, findings: first.findings };
  const { compiled, report, signature } = writeCurrent(project, before, first, force);
  const { value, findings } = compiled;
  if (!value) return { ...NOTHING, decks: 0, unchanged: 0, findings };
  const notes = describeBackups(
    report,
    folder,
    value.decks.map(({ deck }) => deck),
  );
  const built = { decks: value.decks.length, findings };
  const { transcript } = value;
  const inputs = signInputs(project, transcript);
  // What was saved meanwhile is not in these decks; without a stamp the next build sees it.
  if (signInputs(project, null) === signature && !isNewer(transcript, began)) {
    const files = value.files.map(({ path }) => path);
    writeBuildRecord(project, { ...built, inputs, transcript, files });
  }
  return { ...report, ...built, notes, unchanged: report.unchanged.length };
}
