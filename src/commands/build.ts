import { relative } from 'node:path';
import { compile } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readFreshStamp, signInputs, writeStamp } from '../output/build-stamp.ts';
import { describeKept } from '../output/describe-kept.ts';
import { isNewer } from '../output/is-newer.ts';
import type { DecksReport } from '../output/write-decks.ts';
import { openProject, type Project } from '../project.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { report } from './report.ts';
import { writeCurrent } from './write-current.ts';

export interface BuildOptions extends CommonOptions {
  /** Whether edits of generated files are thrown away. */
  readonly force: boolean;
}

interface Built extends Pick<DecksReport, 'written' | 'kept' | 'removed'> {
  readonly decks: number;
  readonly unchanged: number;
  /** What became of files that were edited by hand. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes slides/, or nothing while there are errors. */
export function build(options: BuildOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  const folder = relative(process.cwd(), project.slidesFolder) || '.';
  const built = fromStamp(project) ?? buildAnew(project, folder, options.force);
  const { decks, written, unchanged, kept, removed, notes, diagnostics } = built;
  return report(options, {
    diagnostics,
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
  const stamp = readFreshStamp(project);
  return stamp && { ...stamp, ...NOTHING, unchanged: stamp.files.length };
}

function buildAnew(project: Project, folder: string, force: boolean): Built {
  const began = Date.now();
  const before = signInputs(project, null);
  const first = compile(project);
  if (!first.value) return { ...NOTHING, decks: 0, unchanged: 0, diagnostics: first.diagnostics };
  const { compiled, report, signature } = writeCurrent(project, before, first, force);
  const { value, diagnostics } = compiled;
  if (!value) return { ...NOTHING, decks: 0, unchanged: 0, diagnostics };
  const notes = describeKept(
    report,
    folder,
    value.decks.map(({ deck }) => deck),
  );
  const built = { decks: value.decks.length, diagnostics };
  const { transcript } = value;
  const inputs = signInputs(project, transcript);
  // What was saved meanwhile is not in these decks; without a stamp the next build sees it.
  if (signInputs(project, null) === signature && !isNewer(transcript, began)) {
    const files = value.files.map(({ path }) => path);
    writeStamp(project, { ...built, inputs, transcript, files });
  }
  return { ...report, ...built, notes, unchanged: report.unchanged.length };
}
