import type { OpenedDecks } from '../browser/open-page.ts';
import type { DeckSpan } from '../deck-spans.ts';
import { findMissingGlyphs } from '../find-missing-glyphs.ts';
import { mendLinks } from '../page/mend-links.ts';
import { CHECKS_IN_PAGE, runChecks } from '../run-checks.ts';
import type { SlideProblem } from '../types.ts';

export interface PageAudit {
  /** In the order of the slides; those that were known when the page opened are among them. */
  readonly problems: readonly SlideProblem[];
  readonly checks: number;
}

/** Looks at every slide of the deck that is shown, and points its links at slides. */
export async function auditPage(
  { page, bundle, broken, problems: known, unserved }: OpenedDecks,
  { first, count }: DeckSpan,
): Promise<PageAudit> {
  const { problems: seen, characters } = await runChecks(page, { first, count, unserved });
  const found: SlideProblem[] = [...seen];
  for (const { slide, text } of characters) {
    const missing = findMissingGlyphs(text);
    if (missing !== null) found.push({ slide, kind: 'glyph', detail: missing });
  }
  found.push(...(await page.evaluate(mendLinks, bundle.slides)));
  const isOfDeck = ({ slide }: SlideProblem) => slide >= first && slide < first + count;
  const problems = [...known.filter(isOfDeck), ...found.filter(({ slide }) => !broken.has(slide))];
  problems.sort((a, b) => a.slide - b.slide);
  // Beyond those in the page: glyphs, and links.
  return { problems, checks: (CHECKS_IN_PAGE + 2) * count };
}
