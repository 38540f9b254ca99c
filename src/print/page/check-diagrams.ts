import type { Found, SlideView } from './audited-slide.ts';

/** Diagrams that could not be drawn: what Slidev's <Mermaid> shows instead. Runs in the browser. */
export function checkDiagrams({ container }: SlideView): Found[] {
  return [...container.querySelectorAll('pre[border="1 red rounded"]')].map(({ textContent }) => ({
    kind: 'image',
    detail: `the diagram cannot be drawn: ${textContent?.trim()}`,
  }));
}
