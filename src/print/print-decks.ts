import { auditPage } from './audit/audit-page.ts';
import { createFindings } from './audit/deck-findings.ts';
import { takePictures } from './audit/take-pictures.ts';
import { printProduct } from './products/product.ts';
import {
  type AuditResult,
  type PrintedProduct,
  type PrintOptions,
  type SlideProblem,
  severityOf,
} from './types.ts';
import { visitDecks } from './visit/visit-decks.ts';

/**
 * Prints decks through one browser, after inspecting every slide. Each deck goes to `onPrinted` as soon as it is done,
 * so that memory does not grow with the number of decks; decks with an error on a slide are skipped.
 *
 * @throws BrowserNotFoundError, BrowserLaunchError: there is no browser, or the given one does not start
 * @throws BundleError: the theme does not build
 * @throws PrintPageError: the page as a whole does not show, or the browser stops or hangs
 * @throws RangeError if slugs are not unique, or an asset's path leaves the folder
 * @throws the reason of `signal` when it aborts
 */
export async function printDecks(options: PrintOptions): Promise<AuditResult> {
  const { decks, onProgress, onPrinted } = options;
  const productsOf = options.productsOf ?? (() => [{ kind: 'pdf', clicks: false }]);
  const findings = createFindings(decks);
  if (decks.length === 0) {
    await options.bundler?.dispose();
    return findings.result([]);
  }
  const unserved = await visitDecks(options, async (visited, bundleFile) => {
    const { page, bundle, batch, deck, span } = visited;
    const started = performance.now();
    const { problems: seen, checks } = await auditPage(visited, span);
    const problems: SlideProblem[] = [...seen];
    const products: PrintedProduct[] = [];
    const isSound = () => problems.every(({ kind }) => severityOf(kind) !== 'error');
    for (const product of productsOf(deck)) {
      if (!isSound()) break;
      const { files, pages, wrong } = await printProduct(visited, product, bundleFile);
      problems.push(...wrong);
      products.push({ product, files, pages });
    }
    const faulty = problems.map(({ slide }) => slide);
    const pictures = await takePictures(page, faulty, bundle, batch);
    const failures = findings.add(deck, { problems, bundle, batch, checks, pictures });
    if (isSound()) {
      const seconds = (performance.now() - started) / 1000;
      await onPrinted?.({ slug: deck.slug, products, slides: span.count, seconds, failures, pictures });
    }
    onProgress?.({ stage: 'print', done: findings.slides, total: findings.total, deck: deck.slug });
  });
  return findings.result(unserved);
}
