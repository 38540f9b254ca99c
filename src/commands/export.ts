import { wording } from '../base/errors.ts';
import { clean } from '../findings/report/clean.ts';
import * as api from '../index.ts';
import { exportOutcome } from './export-outcome.ts';
import type { ExitCode, ExportOptions } from './flags.ts';
import { createProgress, stoppable } from './progress.ts';
import { report } from './report.ts';

/** Exports decks, or repeats the report of the last export if nothing has changed. */
export async function runExport(options: ExportOptions): Promise<ExitCode> {
  const { root, browser, asked, merge, quiet, terminal } = options;
  const progress = createProgress(options);
  const exportDecks = (signal?: AbortSignal) =>
    api.exportDecks({
      ...asked,
      ...{ root, cwd: terminal.cwd, browser, merge, onProgress: progress.update },
      ...(signal && { signal }),
      onNote: (note) => {
        progress.stop();
        if (!quiet) terminal.stderr.write(`${clean(note)}\n`);
      },
    });
  let exported: api.ExportReport;
  try {
    // Joining shards starts no processes, so it can simply be killed.
    exported = await (merge.length > 0
      ? exportDecks()
      : stoppable(wording`Every file is either as it was, or new and whole.`, exportDecks));
  } finally {
    progress.stop();
  }
  const code = await report(options, exportOutcome(exported, asked, root, terminal.cwd));
  if (merge.length === 0 && asked.cache && code === 0 && !exported.repeated && exported.decks.length > 0) {
    // Prepares the next export, after this one is done and reported.
    const { storeSlidev } = await import('../slidev/load/store-slidev.ts');
    await storeSlidev();
  }
  return code;
}
