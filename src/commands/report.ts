import { readContentLines } from '../content/read-content-lines.ts';
import { cleanLines } from '../diagnostics/clean-lines.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import { reportJson } from '../diagnostics/report-json.ts';
import { colorsFor } from './colors-for.ts';
import type { CommonOptions, ExitCode } from './options.ts';

/** What a command did: facts for programs, and a last line for people. */
export interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly summary: string;
}

/**
 * Findings go to standard error, what was done to standard output; with --json both go there as one
 * object. On GitHub all of it goes to standard error. Gives the exit code.
 */
export async function report(options: CommonOptions, outcome: Outcome): Promise<ExitCode> {
  const { root, json, quiet } = options;
  const { diagnostics, facts, summary } = outcome;
  const failed = hasErrors(diagnostics);
  if (json) {
    const result = { ok: !failed, ...facts, findings: reportJson(diagnostics) };
    process.stdout.write(`${jsonText(result, 2)}\n`);
    return failed ? 1 : 0;
  }
  const colors = colorsFor(process.stderr);
  const shown = quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  let findings = '';
  if (shown.length > 0) {
    // Loaded when there is something to say: measuring text for a terminal takes a while to load.
    const { reportText } = await import('../diagnostics/report-text.ts');
    findings = `${reportText(shown, readContentLines(root), colors)}\n\n`;
  }
  // It names files, whose names may be anybody's.
  const told = cleanLines(summary);
  const last = failed ? `${colors.red(count(diagnostics))} ${told}\n` : quiet ? '' : `${told}\n`;
  if (options.github || process.env.GITHUB_ACTIONS === 'true') {
    const { writeForGithub } = await import('./write-for-github.ts');
    writeForGithub(root, shown, findings + last);
  } else {
    process.stderr.write(failed ? findings + last : findings);
    if (!failed) process.stdout.write(last);
  }
  return failed ? 1 : 0;
}

function count(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const files = new Set(errors.map(({ file }) => file)).size;
  return `${errors.length} error${errors.length === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}.`;
}
