import type { PageGlobals } from './dom.ts';

/**
 * Writes on each slide its 0-based number in the bundle, as `data-slide`: the names that Slidev gives to slides are
 * taken for links. Runs in the browser, once, while every slide is on the page.
 */
export function nameSlides(): void {
  const globals = globalThis as unknown as PageGlobals;
  const containers = [...globals.document.querySelectorAll('.print-slide-container')];
  for (const container of containers) {
    container.setAttribute('data-slide', String(Number.parseInt(container.id, 10) - 1));
  }
  globals.__talkdeckSlides = containers;
}
