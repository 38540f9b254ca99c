import type { Project } from '../base/project.ts';
import type { BuildRequest, Built } from './build-again.ts';
import { readFreshBuild } from './build-record.ts';

/**
 * Writes slides/, or nothing if there are errors.
 * @throws CliError as `compile` and `writeDecks` do
 */
export async function buildProject(project: Project, request: BuildRequest): Promise<Built> {
  const stamp = request.useCache ? readFreshBuild(project) : null;
  if (stamp) {
    const { decks, files, findings } = stamp;
    return { decks, written: [], unchanged: files, kept: [], removed: [], notes: [], findings };
  }
  // Loaded only if something changed: loading what makes decks takes longer than this check.
  const { buildAgain } = await import('./build-again.ts');
  return buildAgain(project, request);
}
