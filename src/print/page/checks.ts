import type { Found, SlideView } from './audited-slide.ts';

/** A slide on which nothing is to be seen. Runs in the browser. */
export function checkBlank({ container }: SlideView): Found[] {
  const drawn = container.querySelector('img, svg, canvas, video, .mermaid');
  const blank = !drawn && !container.textContent?.trim();
  return blank ? [{ kind: 'blank', detail: 'the slide shows nothing' }] : [];
}
