import { auditPage } from './audit/audit-page.ts';
import { createFindings } from './audit/deck-findings.ts';
import { takePictures } from './audit/take-pictures.ts';
import type { AuditOptions, AuditResult } from './types.ts';
import { visitDecks } from './visit/visit-decks.ts';

/**
 * Looks at every slide of every deck in a browser, and prints nothing.
 *
 * @throws as printDecks does
 */
export async function auditDecks(options: AuditOptions): Promise<AuditResult> {
  const { decks, onProgress } = options;
  const findings = createFindings(decks);
  if (decks.length === 0) return findings.result([]);
  const unserved = await visitDecks(options, async (visited) => {
    const { page, bundle, batch, deck, span } = visited;
    const { problems, checks } = await auditPage(visited, span);
    const faulty = problems.map(({ slide }) => slide);
    findings.add(deck, {
      problems,
      bundle,
      batch,
      checks,
      pictures: await takePictures(page, faulty, bundle, batch),
    });
    onProgress?.({ stage: 'audit', done: findings.slides, total: findings.total, deck: deck.slug });
  });
  return findings.result(unserved);
}
