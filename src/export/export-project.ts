import type { Project } from '../base/project.ts';
import { startBundler } from '../slidev/bundle/start-bundler.ts';
import { readFreshExport } from './export-record.ts';
import type { ExportReport, ExportRequest } from './plan.ts';

/**
 * The whole of an export: signs, compiles, brings slides/ up to date, looks at every slide, prints what was asked for,
 * and leaves a stamp; or reports again what the same export did, where nothing has changed since.
 *
 * @throws CliError where the environment is at fault: as compile, writeDecks and printDecks do, and where there is no
 * such deck or shard; the reason of `signal` when aborted. Every file is then as it was, or new and whole
 */
export async function exportProject(project: Project, request: ExportRequest): Promise<ExportReport> {
  const { plan, browser, merge } = request;
  // An export with parts of others, or that keeps nothing, leaves no stamp.
  const leavesStamp = merge.length === 0 && plan.shard === null && plan.useCache;
  const stamp = leavesStamp ? readFreshExport(project, plan, browser) : null;
  if (stamp) {
    const { findings, whole } = stamp;
    const decks = stamp.decks.map((deck) => ({ ...deck, seconds: 0, cache: 'hit' as const }));
    return { isCompiled: true, isRepeated: true, findings, decks, whole, shard: null };
  }
  // Loaded when there is something to do; Slidev first, which takes longest.
  const bundler = merge.length > 0 ? null : startBundler();
  try {
    const { exportAnew } = await import('./export-anew.ts');
    return await exportAnew(project, request, bundler, leavesStamp);
  } finally {
    await bundler?.dispose();
  }
}
