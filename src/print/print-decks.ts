import { auditPage } from './audit-page.ts';
import { deckSpans } from './deck-spans.ts';
import { locateProblem } from './locate-problem.ts';
import { openDecks } from './open-decks.ts';
import { printPage } from './print-page.ts';
import { severityOf } from './severity-of.ts';
import { takePictures } from './take-pictures.ts';
import type { PrintedDeck, PrintOptions, PrintResult } from './types.ts';

export type * from './types.ts';

/**
 * Prints all decks as PDF files through one Vite bundle and one browser, after a look at every slide. No request
 * leaves the machine, and nothing is left behind: no process, no temporary folder.
 *
 * A deck with an error on a slide is not among `printed`; the others are.
 *
 * @throws BrowserNotFoundError, BrowserLaunchError: there is no browser, or the given one does not start
 * @throws BundleError: the theme does not build; PrintPageError: the page as a whole does not show
 * @throws RangeError when slugs are not unique, or an asset's path leaves the folder
 * @throws the reason of `signal` when it aborts
 */
export async function printDecks(options: PrintOptions): Promise<PrintResult> {
  const { decks, audit = true, onProgress } = options;
  const total = decks.length;
  if (total === 0) return { printed: [], failures: [], pictures: [], slides: 0, checks: 0, blocked: [] };
  return openDecks(options, async (opened) => {
    const { page, bundle } = opened;
    const spans = deckSpans(bundle, total);
    const report = (stage: 'audit' | 'print') => (done: number) => onProgress?.({ stage, done, total });
    const looked = await auditPage(opened, spans, audit, report('audit'));
    const problems = [...looked.problems];
    const picturesOf = (slides: readonly number[]) => takePictures(page, slides, bundle, decks);
    const pictures = await picturesOf(problems.map(({ slide }) => slide));
    const errors = problems.filter(({ kind }) => severityOf(kind) === 'error');
    const faulty = new Set(errors.map(({ slide }) => bundle.slides[slide]?.deck));

    const printed: PrintedDeck[] = [];
    report('print')(0);
    for (const [index, deck] of decks.entries()) {
      const span = spans[index];
      if (span && span.count > 0 && !faulty.has(index)) {
        const { pdf, pages, wrong } = await printPage(page, deck, span, bundle);
        if (wrong.length === 0) printed.push({ slug: deck.slug, pdf, pages });
        problems.push(...wrong);
        pictures.push(...(await picturesOf(wrong.map(({ slide }) => slide))));
      }
      report('print')(index + 1);
    }
    problems.sort((a, b) => a.slide - b.slide);
    return {
      printed,
      failures: problems.map((problem) => locateProblem(problem, bundle, decks)),
      pictures,
      slides: bundle.slides.length,
      checks: looked.checks,
      blocked: looked.blocked,
    };
  });
}
