import { clean } from '../findings/report/clean.ts';
import * as api from '../index.ts';
import { exportOutcome } from './export-outcome.ts';
import type { ExitCode, ExportOptions } from './flags.ts';
import { createProgress, stoppable } from './progress.ts';
import { report } from './report.ts';

/** Exports decks, or says again what the last export said where nothing has changed since. */
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
    // What joins shards starts nothing, and is ended as any process is.
    exported = await (merge.length > 0
      ? exportDecks()
      : stoppable('Every file is either as it was, or new and whole.', exportDecks));
  } finally {
    progress.stop();
  }
  const code = await report(options, exportOutcome(exported, asked, root, terminal.cwd));
  if (merge.length === 0 && asked.cache && code === 0 && !exported.repeated) {
    // For the next one: what this one was asked for is done, and said.
    const { keepSlidev } = await import('../slidev/load/keep-slidev.ts');
    await keepSlidev();
  }
  return code;
}
