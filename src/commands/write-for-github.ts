import { randomUUID } from 'node:crypto';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Terminal } from '../base/terminal.ts';
import { guardGithub, reportGithub } from '../findings/report/github.ts';
import type { WordedFinding } from '../findings/report/json.ts';

/**
 * Annotations, then the report for people, in one piece on standard error: of two streams nobody knows which line
 * GitHub's runner reads first, and one that is read too late would not be guarded.
 * @param text whole lines, for people
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

/** GitHub knows files by their paths below the folder that it checked out. */
function pathInRepository({ env, cwd }: Terminal, root: string, file: string): string {
  const absolute = resolve(root, file);
  const path = relative(env.GITHUB_WORKSPACE || cwd, absolute);
  const isBelow = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return (isBelow ? path : absolute).replaceAll(sep, '/');
}
