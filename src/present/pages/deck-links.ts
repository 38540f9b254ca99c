import type { Manifest } from '../manifest.ts';
import { linkTarget } from './evening.ts';

/** Slidev numbers the slides of all decks consecutively; a slide's links use the numbers of its deck. */
export function followLinks(
  evening: Manifest,
  { here, go }: { here(): number; go(slide: number): void },
  signal: AbortSignal,
): void {
  addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href') ?? '';
      if (!link?.closest('.slidev-layout') || /^(?:https?|mailto|tel):/i.test(href)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const target = linkTarget(evening, slideOf(link) ?? here(), href);
      if (target !== null) go(target);
    },
    { capture: true, signal },
  );
}

/** The number of the slide that contains an element, if the page shows several. */
function slideOf(node: Element): number | null {
  const no = node.closest('[data-slidev-no]')?.getAttribute('data-slidev-no') ?? null;
  return no === null ? null : Number(no);
}
