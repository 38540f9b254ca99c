import { adviceFor } from '../advice/advise.ts';
import { type FixedFile, fixContent, saveFixes } from '../advice/fix-content.ts';
import { NO_MEMORY } from '../base/memory.ts';
import type { Project } from '../base/project.ts';
import { readContent } from '../content/read/read.ts';
import { countCited } from '../content/summary/claims-of.ts';
import { type Result, sortFindings } from '../findings/finding.ts';
import { checkContent } from './check-content.ts';
import { type Compilation, compile, type Unsaved } from './compile.ts';

interface Checked extends Result<Compilation | null> {
  /** Number of statements compared with the transcript; 0 without one. */
  readonly claims: number;
}

/** Compiles content, and adds advice to the findings. Writes nothing; the value is null if there are errors. */
export function checkProject(project: Project, unsaved: Unsaved = {}): Checked {
  const { value, findings, ...looked } = compile(project, unsaved);
  const { event, talks, exchanges } = looked.meetup;
  const isCompared = event.transcript !== null && !findings.some(({ code }) => UNCOMPARED.has(code));
  const claims = isCompared
    ? [event, ...talks, ...exchanges].reduce((sum, summary) => sum + countCited(summary), 0)
    : 0;
  return { value, findings: sortFindings([...findings, ...adviceFor(looked, findings)]), claims };
}

const UNCOMPARED: ReadonlySet<string> = new Set(['citations-unchecked', 'transcript-unreadable']);

/**
 * Applies mechanical fixes to the summaries.
 * @param approve decides whether to write the given files, of which there is at least one
 * @returns what can be fixed, and whether it was written
 * @throws CliError if a summary was changed meanwhile or cannot be written; then none is written
 */
export async function fixProject(
  { root }: Project,
  approve: (files: readonly FixedFile[]) => boolean | Promise<boolean>,
): Promise<{ readonly files: readonly FixedFile[]; readonly isWritten: boolean }> {
  const files = fixContent(readContent(root), (content) =>
    checkContent(root, content, NO_MEMORY).findings.filter(({ severity }) => severity === 'error'),
  );
  const isWritten = files.length > 0 && (await approve(files));
  if (isWritten) saveFixes(root, files);
  return { files, isWritten };
}
