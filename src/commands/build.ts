import { relative } from 'node:path';
import { compile } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readFreshStamp, signInputs, writeStamp } from '../output/build-stamp.ts';
import { writeFiles } from '../output/write-files.ts';
import { openProject, type Project } from '../project.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { report } from './report.ts';

interface Built {
  readonly decks: number;
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes slides/, or nothing while there are errors. */
export function build(options: CommonOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  const { decks, written, unchanged, diagnostics } = fromStamp(project) ?? buildAnew(project);
  const folder = relative(process.cwd(), project.slidesFolder) || '.';
  return report(options, {
    diagnostics,
    facts: { written, unchanged },
    summary:
      decks === 0
        ? 'Nothing was written.'
        : `${decks} decks in ${folder}/: ${written.length} files written, ${unchanged} unchanged.`,
  });
}

function fromStamp(project: Project): Built | null {
  const stamp = readFreshStamp(project);
  return stamp && { ...stamp, written: [], unchanged: stamp.files.length };
}

function buildAnew(project: Project): Built {
  const before = signInputs(project, null);
  const { value, diagnostics } = compile(project);
  if (!value) return { decks: 0, written: [], unchanged: 0, diagnostics };
  const { written, unchanged } = writeFiles(project.slidesFolder, value.files);
  const built = { decks: value.decks.length, diagnostics };
  const { transcript } = value;
  const inputs = signInputs(project, transcript);
  // What was saved meanwhile is not in these decks; without a stamp the next build sees it.
  if (signInputs(project, null) === before) {
    const files = value.files.map(({ path }) => path);
    writeStamp(project, { ...built, inputs, transcript, files });
  }
  return { ...built, written, unchanged: unchanged.length };
}
