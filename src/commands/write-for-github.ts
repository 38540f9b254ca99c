import { randomUUID } from 'node:crypto';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Terminal } from '../base/terminal.ts';
import { guardGithub, reportGithub } from '../findings/report/github.ts';
import type { WordedFinding } from '../findings/report/json.ts';

/**
 * Writes annotations and the report for people in one piece to standard error: with two streams GitHub's runner could
 * read lines in any order, and text read outside the guard could act as commands.
 * @param text complete lines, for people
 */
export function writeForGithub(
  terminal: Terminal,
  root: string,
  findings: readonly WordedFinding[],
  text: string,
): void {
  const commands = reportGithub(findings, (file) => pathInRepository(terminal, root, file));
  terminal.stderr.write(commands + (text === '' ? '' : guardGithub(text, randomUUID())));
}

/** GitHub identifies files by path below the checkout. */
function pathInRepository({ env, cwd }: Terminal, root: string, file: string): string {
  const absolute = resolve(root, file);
  const path = relative(env.GITHUB_WORKSPACE || cwd, absolute);
  const isBelow = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return (isBelow ? path : absolute).replaceAll(sep, '/');
}
