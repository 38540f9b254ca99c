import { relative } from 'node:path';
import { compile } from '../compile.ts';
import { writeFiles } from '../output/write-files.ts';
import { openProject } from '../project.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { report } from './report.ts';

/** Writes slides/, or nothing while there are errors. */
export function build(options: CommonOptions): ExitCode {
  const project = openProject(options.root);
  const { value, diagnostics } = compile(project);
  if (!value) {
    return report(options, {
      diagnostics,
      facts: { written: [], unchanged: 0 },
      summary: 'Nothing was written.',
    });
  }
  const { written, unchanged } = writeFiles(project.slidesFolder, value.files);
  const folder = relative(process.cwd(), project.slidesFolder) || '.';
  return report(options, {
    diagnostics,
    facts: { written, unchanged: unchanged.length },
    summary: `${value.decks.length} decks in ${folder}/: ${written.length} files written, ${unchanged.length} unchanged.`,
  });
}
