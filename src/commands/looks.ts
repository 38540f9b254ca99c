import { relative } from 'node:path';
import { wording } from '../base/errors.ts';
import * as api from '../index.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { createProgress, stoppable } from './progress.ts';
import { report } from './report.ts';
import { words } from './words/words.ts';

export interface LooksOptions extends CommonOptions {
  /** Path of a browser; searched for by default. */
  readonly browser: string | undefined;
}

/** Writes out/looks.html, or nothing if there are errors. */
export async function looks(options: LooksOptions): Promise<ExitCode> {
  const { root, browser, terminal } = options;
  const progress = createProgress(options);
  try {
    const shown = await stoppable(wording`Nothing was written.`, (signal) =>
      api.looks({ root, cwd: terminal.cwd, browser, onProgress: progress.update, signal }),
    );
    progress.stop();
    const { page, slides, findings } = shown;
    const path = page && (relative(terminal.cwd, page) || '.');
    const say = words().looks;
    const wrong = shown.looks.filter(({ chosen, findings: found }) => !chosen && found.length > 0);
    return await report(options, {
      findings,
      facts: { page: path, slides, looks: shown.looks },
      summary:
        path === null
          ? words().nothingWritten
          : [
              say.written(slides.length, shown.looks.length, path),
              ...wrong.map(({ name, shown: isShown, findings: found }) =>
                say.wrong(name, isShown, found.length),
              ),
            ].join('\n'),
    });
  } finally {
    progress.stop();
  }
}
