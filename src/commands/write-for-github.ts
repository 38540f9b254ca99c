import { randomUUID } from 'node:crypto';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { guardGithub } from '../diagnostics/guard-github.ts';
import { reportGithub } from '../diagnostics/report-github.ts';

/**
 * Annotations, then the report for people, in one piece on standard error: of two streams nobody knows which line
 * GitHub's runner reads first, and one that is read too late would not be guarded.
 * @param text whole lines, for people
 */
export function writeForGithub(root: string, diagnostics: readonly Diagnostic[], text: string): void {
  const commands = reportGithub(diagnostics, (file) => pathInRepository(root, file));
  process.stderr.write(commands + (text === '' ? '' : guardGithub(text, randomUUID())));
}

/** GitHub knows files by their paths below the folder that it checked out. */
function pathInRepository(root: string, file: string): string {
  const absolute = resolve(root, file);
  const path = relative(process.env.GITHUB_WORKSPACE || process.cwd(), absolute);
  const isBelow = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return (isBelow ? path : absolute).replaceAll(sep, '/');
}
