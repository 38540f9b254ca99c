import type { PageGlobals } from './dom.ts';

/**
 * Leaves the slides of one deck on the page, so that what is printed is that deck. Its slides get names of their
 * own, `slide-1` and so on, which become names in the PDF that `deck.pdf#slide-3` can open. Runs
 * in the browser.
 */
export function showDeck({ first, count }: { first: number; count: number }): void {
  const { document } = globalThis as unknown as PageGlobals;
  // Where diagrams were drawn, pop-ups wait, and so on: printed, they would be a page of their own.
  for (const other of document.querySelectorAll('body > :not(#app)')) other.style.display = 'none';
  let page = 1 - first;
  for (const container of document.querySelectorAll('.print-slide-container')) {
    const within = page >= 1 && page <= count;
    container.id = within ? `slide-${page}` : '';
    container.style.display = within ? '' : 'none';
    // A break after the last slide could leave an empty page behind it.
    container.style.breakAfter = page === count ? 'auto' : '';
    page += 1;
  }
}
