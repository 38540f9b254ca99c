import { colorsFor } from '../base/terminal.ts';
import { checkContent } from '../check-content.ts';
import { readContent } from '../content/read.ts';
import { type FixedFile, fixContent } from '../fix/fix-content.ts';
import { saveFixes } from '../fix/save-fixes.ts';
import { showDiff } from '../fix/show-diff.ts';
import { NO_MEMORY } from '../memory.ts';
import type { Project } from '../project.ts';
import type { CommonOptions } from './options.ts';

export interface FixOptions extends CommonOptions {
  /** Whether to write without asking. */
  readonly yes: boolean;
}

export interface Fixed {
  /** The files that were written, relative to the root. */
  readonly files: readonly string[];
  /** What to tell people about it. */
  readonly summary: string;
}

/** Mends what is mechanical in the summaries. On a terminal it shows what would change, and asks. */
export async function fixSummaries(options: FixOptions, { root }: Project): Promise<Fixed> {
  const files = fixContent(readContent(root), (content) =>
    checkContent(root, content, NO_MEMORY).findings.filter(({ severity }) => severity === 'error'),
  );
  if (files.length === 0) return { files: [], summary: 'Nothing to fix.' };
  const { terminal } = options;
  if (asksFirst(options)) {
    const { stdin: input, stdout: output } = terminal;
    output.write(`${showDiff(files, colorsFor(output, terminal))}\n\n`);
    // Loaded when there is something to ask.
    const { confirm } = await import('@clack/prompts');
    const answer = await confirm({ message: `Change ${countFiles(files)}?`, input, output });
    if (answer !== true) return { files: [], summary: 'No file was changed.' };
  }
  saveFixes(root, files);
  const paths = files.map(({ path }) => path);
  return { files: paths, summary: `Changed ${countFiles(files)}: ${paths.join(', ')}.` };
}

function asksFirst({ yes, json, terminal }: FixOptions): boolean {
  return !yes && !json && terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
}

function countFiles({ length }: readonly FixedFile[]): string {
  return length === 1 ? '1 file' : `${length} files`;
}
