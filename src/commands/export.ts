import { openProject } from '../base/project.ts';
import { readFreshExport } from '../export/export-record.ts';
import { startBundler } from '../slidev/bundle/start-bundler.ts';
import { exportOutcome } from './export-outcome.ts';
import type { ExitCode, ExportOptions } from './flags.ts';
import { report } from './report.ts';

/** Exports decks, or says again what the last export said where nothing has changed since. */
export async function runExport(options: ExportOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  const { browser, plan } = options;
  const stamp = isRepeatable(options) ? readFreshExport(project, plan, browser) : null;
  if (stamp) {
    const decks = stamp.decks.map((deck) => ({ ...deck, seconds: 0, cache: 'hit' as const }));
    return report(
      options,
      exportOutcome(project, options.terminal.cwd, plan, { ...stamp, decks }, stamp.findings),
    );
  }
  // Loaded when there is something to do; Slidev first, which takes longest.
  const bundler = options.merge.length > 0 ? null : startBundler();
  let code: ExitCode;
  try {
    const { exportAnew } = await import('./export-anew.ts');
    code = await exportAnew(options, project, bundler, isRepeatable(options));
  } finally {
    await bundler?.dispose();
  }
  if (bundler && plan.useCache && code === 0) {
    // For the next one: what this one was asked for is done, and said.
    const { keepSlidev } = await import('../slidev/load/keep-slidev.ts');
    await keepSlidev();
  }
  return code;
}

/** An export with parts of others, or that keeps nothing, leaves no stamp. */
function isRepeatable({ merge, plan }: ExportOptions): boolean {
  return merge.length === 0 && plan.shard === null && plan.useCache;
}
