import { clean } from './clean.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { toMessage } from './message.ts';

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
  advice: 'notice',
};

/**
 * Findings as GitHub's workflow commands, which become annotations beside the lines of a pull request.
 * @param pathOf the path of a finding's file below the top of the repository
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub(diagnostics: readonly Diagnostic[], pathOf: (file: string) => string): string {
  return diagnostics.map((diagnostic) => `${toCommand(diagnostic, pathOf)}\n`).join('');
}

function toCommand(diagnostic: Diagnostic, pathOf: (file: string) => string): string {
  const { code, severity, file, at } = diagnostic;
  const { what, why, fix } = toMessage(diagnostic);
  const properties = {
    file: pathOf(file),
    line: at.line,
    endLine: at.line,
    col: at.column,
    // The last column that is marked.
    endColumn: at.column + Math.max(at.length, 1) - 1,
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  // Control characters come from content; the line ends are ours.
  const message = [what, why, fix].map(clean).join('\n');
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
