import { auditPage } from './audit-page.ts';
import { deckSpans } from './deck-spans.ts';
import { locateProblem } from './locate-problem.ts';
import { openDecks } from './open-decks.ts';
import { takePictures } from './take-pictures.ts';
import type { AuditOptions, AuditResult } from './types.ts';

export type * from './types.ts';

/**
 * Looks at every slide of every deck in a browser, through one bundle, and prints nothing.
 *
 * @throws as printDecks does
 */
export async function auditDecks(options: AuditOptions): Promise<AuditResult> {
  const { decks, onProgress } = options;
  if (decks.length === 0) return { failures: [], pictures: [], slides: 0, checks: 0, blocked: [] };
  return openDecks(options, async (opened) => {
    const { page, bundle } = opened;
    const report = (done: number) => onProgress?.({ stage: 'audit', done, total: decks.length });
    const { problems, checks, blocked } = await auditPage(
      opened,
      deckSpans(bundle, decks.length),
      true,
      report,
    );
    const faulty = problems.map(({ slide }) => slide);
    return {
      failures: problems.map((problem) => locateProblem(problem, bundle, decks)),
      pictures: await takePictures(page, faulty, bundle, decks),
      slides: bundle.slides.length,
      checks,
      blocked,
    };
  });
}
