import { sharedFolder } from '../base/store.ts';
import type { Compilation } from '../compile.ts';
import type { Finding } from '../findings/finding.ts';
import { type AuditOptions, auditDecks, type SlidePicture } from '../print/audit-decks.ts';
import type { Project } from '../project.ts';
import { printableDecks } from './printable-decks.ts';
import { slideFindings } from './slide-findings.ts';
import { stoppable } from './stoppable.ts';

export interface BrowserRequest {
  /** Path of a browser; by default one is looked for. */
  readonly browser: string | undefined;
  readonly onProgress: NonNullable<AuditOptions['onProgress']>;
}

export interface AuditedMeetup {
  readonly findings: readonly Finding[];
  readonly pictures: readonly SlidePicture[];
  readonly slides: number;
  /** How many questions were asked about slides. */
  readonly checks: number;
}

/** Looks at every slide of compiled decks in a browser. */
export async function auditMeetup(
  project: Project,
  { front, decks, files }: Compilation,
  { browser, onProgress }: BrowserRequest,
): Promise<AuditedMeetup> {
  const result = await stoppable('Nothing was written.', (signal) =>
    auditDecks({
      ...printableDecks(project, { decks: [front, ...decks], files }),
      shellFolder: sharedFolder('shell'),
      ...(browser === undefined ? {} : { browserPath: browser }),
      onProgress,
      signal,
    }),
  );
  const { pictures, slides, checks } = result;
  return { findings: slideFindings(result), pictures, slides, checks };
}
