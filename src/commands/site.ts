import { relative } from 'node:path';
import { wording } from '../base/errors.ts';
import { jsonText } from '../findings/report/clean.ts';
import * as api from '../index.ts';
import { ownAddresses, urlHost } from '../server/addresses.ts';
import { type ServedSite, serveSite } from '../site/serve-site.ts';
import { wayToLook } from './dev-log.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { stoppable } from './progress.ts';
import { report } from './report.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { words } from './words/words.ts';

export interface SiteOptions extends CommonOptions {
  /** Whether search engines are asked to leave it out. */
  readonly isHidden: boolean;
  /** Whether slides can be presented from it. */
  readonly hasSlides: boolean;
  /** Whether browsers store it for offline use. */
  readonly isKept: boolean;
  /** Path of the browser that draws diagrams; searched for by default. */
  readonly browser: string | undefined;
  /** Where to serve it once it is written; null for nowhere. */
  readonly served: { readonly port: number; readonly host: string } | null;
}

/** Writes out/site/, or nothing if there are errors; then, on request, serves it until interrupted. */
export async function site(options: SiteOptions): Promise<ExitCode> {
  const { root, isHidden, hasSlides, isKept, browser, served, terminal } = options;
  const { folder, base, pages, written, unchanged, removed, outdated, findings } = await stoppable(
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
    ...(served && { event: 'written' }),
  });
  if (code !== 0) return code;
  if (served === null) {
    if (hasSlides && written.length > 0) {
      // Prepares the next run, after this one is done and reported.
      const { storeSlidev } = await import('../slidev/load/store-slidev.ts');
      await storeSlidev();
    }
    return 0;
  }
  await untilInterrupted((stopped) =>
    serveSite({ folder, base, ...served }, (site) => tellAddress(options, base, served.host, site), stopped),
  );
  return 0;
}

function tellAddress(
  { json, terminal: { stdout } }: SiteOptions,
  base: string,
  host: string,
  { port, taken, gate: { passwords } }: ServedSite,
): void {
  const at = (name: string) => `http://${name}:${port}${encodeURI(base)}`;
  const url = at(urlHost(host));
  const others = passwords === null ? [] : ownAddresses(host).map(at);
  const lines = [
    ...taken.map((each) => words().dev.taken(each)),
    words().site.at(url),
    ...(passwords === null ? [] : [wayToLook(others, passwords)]),
  ];
  if (json) stdout.write(`${jsonText({ event: 'started', url, others, passwords, taken })}\n`);
  else stdout.write(`${lines.join('\n')}\n`);
}
