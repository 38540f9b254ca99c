import type { Project } from '../base/project.ts';
import { sharedFolder } from '../base/store.ts';
import type { Compilation } from '../build/compile.ts';
import type { Finding } from '../findings/finding.ts';
import { auditDecks } from '../print/audit-decks.ts';
import type { AuditOptions, AuditResult } from '../print/types.ts';
import { fitSlides } from './fit-slides.ts';
import { printableDecks } from './printable-decks.ts';
import { slideFindings, writePictures } from './slide-findings.ts';
import { wholeParts } from './whole.ts';

interface CheckedSlides extends Pick<AuditResult, 'slides' | 'checks'> {
  readonly findings: readonly Finding[];
}

interface SlidesRequest extends Pick<AuditOptions, 'onProgress' | 'signal'> {
  /** Path of a browser; searched for by default. */
  readonly browser: string | undefined;
}

/**
 * Checks every slide of compiled decks in a browser, split as an export would split them, and writes a picture of each
 * slide with a finding.
 * @throws as `auditDecks` does
 */
export async function checkSlides(
  project: Project,
  compilation: Compilation,
  { browser, onProgress, signal }: SlidesRequest,
): Promise<CheckedSlides> {
  const { looked: result } = await fitSlides(project, compilation, {
    look: ({ files, ...compiled }) =>
      auditDecks({
        ...printableDecks(project, { decks: wholeParts(compiled), files }),
        shellFolder: sharedFolder('shell'),
        ...(browser === undefined ? {} : { browserPath: browser }),
        ...(onProgress && { onProgress }),
        ...(signal && { signal }),
      }),
    failuresOf: ({ failures }) => failures,
  });
  writePictures(project, result.pictures);
  const { slides, checks } = result;
  return { findings: slideFindings(result), slides, checks };
}
