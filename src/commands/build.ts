import { join, relative } from 'node:path';
import * as api from '../index.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { report } from './report.ts';
import { words } from './words/words.ts';

export interface BuildOptions extends CommonOptions {
  /** Whether to discard edits of generated files. */
  readonly force: boolean;
  /** Whether to skip the build if nothing has changed since the last one. */
  readonly useCache: boolean;
}

/** Writes slides/, or nothing if there are errors. */
export async function build(options: BuildOptions): Promise<ExitCode> {
  const { root, force, useCache, terminal } = options;
  const built = await api.build({ root, cwd: terminal.cwd, force, cache: useCache });
  const { decks, written, unchanged, kept, removed, notes, findings } = built;
  const folder = relative(terminal.cwd, join(root, 'slides')) || '.';
  return report(options, {
    findings,
    facts: { written, unchanged: unchanged.length, kept, removed },
    summary:
      decks === 0
        ? words().nothingWritten
        : [...notes, words().built(decks, folder, written.length, unchanged.length)].join('\n'),
  });
}
