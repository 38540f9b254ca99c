import type { BundledSlide } from '../../slidev/job.ts';
import type { SlideProblem } from '../types.ts';
import type { PageGlobals } from './dom.ts';

/**
 * Slidev writes links as `#2`, `#alias` or `#./alias`, while the slides of its print page are called `002-01` and
 * numbered through all decks: points each link at the name that `showDeck` gives its slide, and takes the target off
 * those that lead nowhere. Runs in the browser.
 */
export function mendLinks(slides: readonly Pick<BundledSlide, 'deck' | 'alias'>[]): SlideProblem[] {
  const { document, location, CSS } = globalThis as unknown as PageGlobals;
  const problems: SlideProblem[] = [];
  /** Null where an address is no text. */
  const decode = (part: string): string | null => {
    try {
      return decodeURIComponent(part);
    } catch {
      return null;
    }
  };
  for (const container of document.querySelectorAll('.print-slide-container')) {
    const slide = Number(container.getAttribute('data-slide'));
    const deck = slides[slide]?.deck;
    const first = slides.findIndex((other) => other.deck === deck);
    for (const link of container.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (!href.startsWith('#') && !link.href?.startsWith(`${location.origin}/`)) continue;
      const name = decode(href.replace(/^#?\.?\/?/, ''));
      if (name !== null && href.startsWith('#') && container.querySelector(`[id="${CSS.escape(name)}"]`))
        continue; // a footnote
      const byNumber = name !== null && /^\d+$/.test(name) ? first + Number(name) - 1 : -1;
      const byAlias = slides.findIndex(
        (other) => other.deck === deck && name !== null && other.alias === name,
      );
      const target = slides[byNumber]?.deck === deck ? byNumber : byAlias;
      if (target >= 0) {
        link.setAttribute('href', `#slide-${target - first + 1}`);
      } else {
        link.removeAttribute('href');
        problems.push({
          slide,
          kind: 'dead-link',
          detail: `the link "${href}" leads to no slide of the deck`,
        });
      }
    }
  }
  return problems;
}
