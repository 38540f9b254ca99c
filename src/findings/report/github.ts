import type { Severity } from '../messages/message.ts';
import { clean } from './clean.ts';
import type { WordedFinding } from './json.ts';

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
export function reportGithub(findings: readonly WordedFinding[], pathOf: (file: string) => string): string {
  return findings.map((finding) => `${toCommand(finding, pathOf)}\n`).join('');
}

function toCommand(finding: WordedFinding, pathOf: (file: string) => string): string {
  const { code, severity, file, line, column, length } = finding;
  const properties = {
    file: pathOf(file),
    line,
    endLine: line,
    col: column,
    // The last column that is marked.
    endColumn: column + Math.max(length, 1) - 1,
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  // Control characters come from content; the line ends are ours.
  const message = [finding.message, finding.why, finding.fix].map(clean).join('\n');
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Text that GitHub prints and nothing else. Its runner takes a line that begins with "::", or holds "##[" anywhere,
 * for a command, and a code frame shows what somebody wrote.
 * @param token what nobody can guess; it ends the time in which no command is obeyed
 */
export function guardGithub(text: string, token: string): string {
  return `::stop-commands::${token}\n${text}::${token}::\n`;
}
