import { relative } from 'node:path';
import { wording } from '../base/errors.ts';
import * as api from '../index.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { stoppable } from './progress.ts';
import { report } from './report.ts';
import { words } from './words/words.ts';

export interface SiteOptions extends CommonOptions {
  /** Whether search engines are asked to leave it out. */
  readonly isHidden: boolean;
  /** Whether slides are presented from it. */
  readonly hasSlides: boolean;
  /** Whether browsers keep it for times without a network. */
  readonly isKept: boolean;
  /** Path of the browser that draws diagrams; searched for by default. */
  readonly browser: string | undefined;
}

/** Writes out/site/, or nothing if there are errors. */
export async function site(options: SiteOptions): Promise<ExitCode> {
  const { root, isHidden, hasSlides, isKept, browser, terminal } = options;
  const { folder, pages, written, unchanged, removed, outdated, findings } = await stoppable(
    wording`Every file is either as it was, or new and whole.`,
    (signal) =>
      api.site({
        ...{
          root,
          cwd: terminal.cwd,
          noindex: isHidden,
          slides: hasSlides,
          offline: isKept,
          browser,
          signal,
        },
      }),
  );
  const shown = relative(terminal.cwd, folder) || '.';
  const say = words().site;
  const summary =
    pages === 0
      ? words().nothingWritten
      : [
          say.written(pages, shown, written.length, unchanged.length, removed.length),
          ...(outdated.length > 0 ? [say.outdated(outdated)] : []),
        ].join('\n');
  const code = await report(options, {
    findings,
    facts: { folder: shown, pages, written, unchanged: unchanged.length, removed, outdated },
    summary,
  });
  if (code === 0 && hasSlides && written.length > 0) {
    // Prepares the next one, after this one is done and reported.
    const { storeSlidev } = await import('../slidev/load/store-slidev.ts');
    await storeSlidev();
  }
  return code;
}
