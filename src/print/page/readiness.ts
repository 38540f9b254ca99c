import type { PageGlobals } from './dom.ts';

export interface Readiness {
  /** How many slides there are. */
  readonly shown: number;
  /** How many times slides stand there: with a page for each click, more. */
  readonly containers: number;
  /** What the page as a whole still waits for, or null. */
  readonly page: string | null;
  /** What slides still wait for; 0-based in the bundle. */
  readonly slides: readonly { readonly slide: number; readonly waitsFor: string }[];
}

/** Says of each slide whether it is complete: mounted, loaded, diagrams drawn, pictures decoded. Runs in the browser. */
export function readiness(): Readiness {
  const { document, __talkdeck } = globalThis as unknown as PageGlobals;
  // A font is asked for when its text is laid out. Before that all fonts seem to be there, and text that is
  // printed while its font is on the way is invisible.
  document.querySelector('body')?.getBoundingClientRect();
  const slides: { slide: number; waitsFor: string }[] = [];
  const containers = [...document.querySelectorAll('.print-slide-container')];
  for (const container of containers) {
    const no = Number.parseInt(container.id, 10);
    const waitsFor = (what: string) => slides.push({ slide: no - 1, waitsFor: what });
    const failed = container.querySelector('[data-talkdeck-error]');
    if (!failed && !__talkdeck?.mounted.has(no)) waitsFor('the slide');
    else if (container.querySelector('.slidev-slide-loading')) waitsFor('the slide');
    for (const diagram of container.querySelectorAll('.mermaid')) {
      if (!diagram.shadowRoot?.querySelector('svg')) waitsFor('a diagram');
    }
    for (const image of container.querySelectorAll('img')) {
      image.loading = 'eager';
      if (!image.complete) waitsFor(`the picture ${image.getAttribute('src')}`);
    }
  }
  return {
    shown: new Set(containers.map(({ id }) => id.slice(0, id.indexOf('-')))).size,
    containers: containers.length,
    page: document.fonts.status === 'loaded' ? null : 'fonts',
    slides,
  };
}
