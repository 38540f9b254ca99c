import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalizeText } from '../content/normalize-text.ts';
import { splitLines } from '../content/source-file.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { reportJson } from '../diagnostics/report-json.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { stderrColors } from './stderr-colors.ts';

/** What a command did: facts for programs, and a last line for people. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly summary: string;
}

/**
 * Findings go to standard error, what was done to standard output; with --json both go there as one
 * object. Gives the exit code.
 */
export async function report({ root, json, quiet }: CommonOptions, outcome: Outcome): Promise<ExitCode> {
  const { diagnostics, facts, summary } = outcome;
  const failed = hasErrors(diagnostics);
  if (json) {
    const result = { ok: !failed, ...facts, findings: reportJson(diagnostics) };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return failed ? 1 : 0;
  }
  const colors = stderrColors();
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  if (shown.length > 0) {
    // Loaded when there is something to say: measuring text for a terminal takes a while to load.
    const { reportText } = await import('../diagnostics/report-text.ts');
    process.stderr.write(`${reportText(shown, readLines(root), colors)}\n\n`);
  }
  if (failed) process.stderr.write(`${colors.red(count(diagnostics))} ${summary}\n`);
  else if (!quiet) process.stdout.write(`${summary}\n`);
  return failed ? 1 : 0;
}

function count(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const files = new Set(errors.map(({ file }) => file)).size;
  return `${errors.length} error${errors.length === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}.`;
}

function readLines(root: string): (file: string) => readonly string[] | null {
  return (file) => {
    try {
      const text = readFileSync(join(root, file), 'utf8');
      // Somebody's word processor file, or an image.
      if (text.includes('\0')) return null;
      return splitLines(normalizeText(text));
    } catch {
      return null;
    }
  };
}
