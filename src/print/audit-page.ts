import type { DeckSpan } from './deck-spans.ts';
import { findMissingGlyphs } from './find-missing-glyphs.ts';
import type { OpenedDecks } from './open-page.ts';
import { mendLinks } from './page/mend-links.ts';
import { CHECKS_IN_PAGE, runChecks } from './run-checks.ts';
import type { SlideProblem } from './types.ts';

export interface PageAudit {
  /** In the order of the slides; those that were known when the page opened are among them. */
  readonly problems: readonly SlideProblem[];
  /** Addresses that no slide names: the theme or a style asks for them. */
  readonly blocked: readonly string[];
  readonly checks: number;
}

/**
 * Looks at every slide, and points links at slides.
 *
 * @param audit false to do no more than what printing needs
 * @param onDone called with the number of decks that are done, from 0
 */
export async function auditPage(
  { page, bundle, broken, problems: known, unserved }: OpenedDecks,
  spans: readonly DeckSpan[],
  audit: boolean,
  onDone: (decks: number) => void,
): Promise<PageAudit> {
  const found: SlideProblem[] = [];
  onDone(0);
  for (const [index, { first, count }] of (audit ? spans : []).entries()) {
    const { problems, characters } = await runChecks(page, { first, count, unserved });
    found.push(...problems);
    for (const { slide, text } of characters) {
      const missing = findMissingGlyphs(text);
      if (missing !== null) found.push({ slide, kind: 'glyph', detail: missing });
    }
    onDone(index + 1);
  }
  found.push(...(await page.evaluate(mendLinks, bundle.slides)));
  const claimed = new Set(found.map(({ url }) => url));
  const problems = [...known, ...found.filter(({ slide }) => !broken.has(slide))];
  problems.sort((a, b) => a.slide - b.slide);
  return {
    problems,
    blocked: unserved.filter((url) => !claimed.has(url)),
    // Beyond those in the page: glyphs, and links.
    checks: audit ? (CHECKS_IN_PAGE + 2) * bundle.slides.length : 0,
  };
}
