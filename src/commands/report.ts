import { colorsFor } from '../base/terminal.ts';
import { readContentLines } from '../content/read/content-folder.ts';
import { hasErrors } from '../findings/finding.ts';
import { cleanLines, jsonText } from '../findings/report/clean.ts';
import { reportJson, type WordedFinding } from '../findings/report/json.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { words } from './words/words.ts';

/** Result of a command: facts for programs, and a closing line for people. */
export interface Outcome {
  readonly findings: readonly WordedFinding[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly summary: string;
  /** Name of the event, for commands that print several: with --json, each is an object on its own line. */
  readonly event?: string;
}

/**
 * Prints findings to standard error and the summary to standard output; with --json both as one object to standard
 * output, on GitHub both to standard error. Returns the exit code.
 */
export async function report(options: CommonOptions, outcome: Outcome): Promise<ExitCode> {
  const { root, json, quiet, terminal } = options;
  const { stdout, stderr, env } = terminal;
  const { findings, facts, summary, event } = outcome;
  const failed = hasErrors(findings);
  if (json) {
    const result = { ok: !failed, ...facts, findings: reportJson(findings) };
    stdout.write(`${event === undefined ? jsonText(result, 2) : jsonText({ event, ...result })}\n`);
    return failed ? 1 : 0;
  }
  const colors = colorsFor(stderr, terminal);
  const shown = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
  let text = '';
  if (shown.length > 0) {
    // Loaded only when needed: measuring text for a terminal takes a while to load.
    const { reportText } = await import('../findings/report/report-text.ts');
    text = `${reportText(shown, readContentLines(root), colors)}\n\n`;
  }
  // It contains file names, which anybody may have chosen.
  const told = cleanLines(summary);
  const last = failed ? `${colors.red(count(findings))} ${told}\n` : quiet ? '' : `${told}\n`;
  if (options.github || env.GITHUB_ACTIONS === 'true') {
    const { writeForGithub } = await import('./write-for-github.ts');
    writeForGithub(terminal, root, shown, text + last);
  } else {
    stderr.write(failed ? text + last : text);
    if (!failed) stdout.write(last);
  }
  return failed ? 1 : 0;
}

function count(findings: readonly WordedFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const files = new Set(errors.map(({ file }) => file)).size;
  return words().errors(errors.length, files);
}
