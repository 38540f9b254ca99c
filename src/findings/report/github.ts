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
 * Findings as GitHub workflow commands, which become annotations on the lines of a pull request.
 * @param pathOf path of a finding's file below the root of the repository
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
    // The last marked column.
    endColumn: column + Math.max(length, 1) - 1,
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  // Only our own line ends are kept; other control characters come from content.
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
 * Protects text from being interpreted by GitHub's runner, which takes lines that begin with "::", or contain "##[",
 * for commands. Code frames quote what others wrote.
 * @param token unguessable; it re-enables commands at the end
 */
export function guardGithub(text: string, token: string): string {
  return `::stop-commands::${token}\n${text}::${token}::\n`;
}
