import type { PageElement, PageGlobals } from './dom.ts';

/**
 * Leaves the slides of one deck on the page, so that what is printed is that deck. The others are taken out:
 * hidden, each would still cost time with every deck. Its slides get names of their own, `slide-1` and so on, which
 * become names in the PDF that links lead to; a slide that stands there once for each click, `slide-1-2` and so on.
 * Runs in the browser.
 *
 * @returns the 0-based page on which each slide begins
 */
export function showDeck({ first, count }: { first: number; count: number }): number[] {
  const { document, __talkdeckSlides } = globalThis as unknown as PageGlobals;
  // Where diagrams were drawn, pop-ups wait, and so on: printed, they would be a page of their own.
  for (const other of document.querySelectorAll('body > :not(#app)')) other.style.display = 'none';
  document.querySelector('html')?.classList.remove('pptx');
  const shown: PageElement[] = [];
  const pageOf: number[] = [];
  for (const container of __talkdeckSlides) {
    const slide = Number(container.getAttribute('data-slide')) - first;
    if (slide < 0 || slide >= count) continue;
    pageOf[slide] ??= shown.length;
    const click = shown.length - pageOf[slide] + 1;
    container.id = click === 1 ? `slide-${slide + 1}` : `slide-${slide + 1}-${click}`;
    container.style.breakAfter = '';
    shown.push(container);
  }
  const last = shown.at(-1);
  // A break after the last slide could leave an empty page behind it.
  if (last) last.style.breakAfter = 'auto';
  document.querySelector('#print-content')?.replaceChildren(...shown);
  return pageOf;
}
