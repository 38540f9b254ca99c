import { auditPage } from './audit/audit-page.ts';
import { createFindings } from './audit/deck-findings.ts';
import { takePictures } from './audit/take-pictures.ts';
import { takeSlides } from './products/png.ts';
import type { AuditOptions, AuditResult, SlidePicture } from './types.ts';
import type { VisitedDeck } from './visit/visit-batch.ts';
import { visitDecks } from './visit/visit-decks.ts';

/**
 * Inspects every slide of every deck in a browser, without printing.
 *
 * @param scale of pictures of all slides, as in `takeSlides`; by default only faulty slides are photographed
 * @throws what printDecks throws
 */
export async function auditDecks(options: AuditOptions, scale?: number): Promise<AuditResult> {
  const { decks, onProgress } = options;
  const findings = createFindings(decks);
  if (decks.length === 0) return findings.result([]);
  const unserved = await visitDecks(options, async (visited) => {
    const { page, bundle, batch, deck, span } = visited;
    const { problems, checks } = await auditPage(visited, span);
    const faulty = problems.map(({ slide }) => slide);
    const pictures = await (scale === undefined
      ? takePictures(page, faulty, bundle, batch)
      : takeAll(visited, scale));
    findings.add(deck, { problems, bundle, batch, checks, pictures });
    onProgress?.({ stage: 'audit', done: findings.slides, total: findings.total, deck: deck.slug });
  });
  return findings.result(unserved);
}

async function takeAll({ page, deck: { slug }, span }: VisitedDeck, scale: number): Promise<SlidePicture[]> {
  const pictures: SlidePicture[] = [];
  for await (const { slide, png } of takeSlides(page, span, scale)) pictures.push({ slug, slide, png });
  return pictures;
}
