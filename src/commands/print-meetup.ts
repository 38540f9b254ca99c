import type { Compilation } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type AuditOptions, type PrintedDeck, printDecks, type SlidePicture } from '../print/print-decks.ts';
import type { Project } from '../project.ts';
import { printableDecks } from './printable-decks.ts';
import { slideFindings } from './slide-findings.ts';
import { stoppable } from './stoppable.ts';

export interface BrowserRequest {
  /** Path of a browser; by default one is looked for. */
  readonly browser: string | undefined;
  readonly onProgress: NonNullable<AuditOptions['onProgress']>;
}

export interface PrintedMeetup {
  readonly printed: readonly PrintedDeck[];
  readonly findings: readonly Diagnostic[];
  readonly pictures: readonly SlidePicture[];
}

/** Looks at compiled decks and prints them; what goes wrong on a slide becomes a finding about its summary. */
export async function printMeetup(
  project: Project,
  compilation: Compilation,
  { browser, onProgress }: BrowserRequest,
): Promise<PrintedMeetup> {
  const result = await stoppable('The files that were there before are untouched.', (signal) =>
    printDecks({
      ...printableDecks(project, compilation),
      ...(browser === undefined ? {} : { browserPath: browser }),
      onProgress,
      signal,
    }),
  );
  return { printed: result.printed, findings: slideFindings(result), pictures: result.pictures };
}
