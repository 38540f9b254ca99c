import type { Project } from '../base/project.ts';
import { startBundler } from '../slidev/bundle/start-bundler.ts';
import { readFreshExport } from './export-record.ts';
import type { ExportReport, ExportRequest } from './plan.ts';

/**
 * The complete export: signs, compiles, brings slides/ up to date, checks every slide, prints what was requested, and
 * leaves a record. If nothing changed since the same export, it repeats that report instead.
 *
 * @throws CliError for problems of the environment, as `compile`, `writeDecks` and `printDecks` do, and if there is no
 * such deck or shard; the reason of `signal` when aborted. Every file is then unchanged, or new and complete
 */
export async function exportProject(project: Project, request: ExportRequest): Promise<ExportReport> {
  const { plan, browser, merge } = request;
  // Merging, shards and exports without cache leave no record.
  const leavesStamp = merge.length === 0 && plan.shard === null && plan.useCache;
  const stamp = leavesStamp ? readFreshExport(project, plan, browser) : null;
  if (stamp) {
    const { findings, whole, wholeHtml, documents } = stamp;
    const decks = stamp.decks.map((deck) => ({ ...deck, seconds: 0, cache: 'hit' as const }));
    return { isCompiled: true, isRepeated: true, findings, decks, whole, wholeHtml, documents, shard: null };
  }
  // Loaded only if needed, Slidev first because it takes longest.
  const bundler = merge.length > 0 || plan.products.length === 0 ? null : startBundler();
  try {
    const { exportFresh } = await import('./fresh-export.ts');
    return await exportFresh(project, request, bundler, leavesStamp);
  } finally {
    await bundler?.dispose();
  }
}
