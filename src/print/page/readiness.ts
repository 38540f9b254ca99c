import type { PageGlobals } from './dom.ts';
import type { SheetGlobals } from './show-sheets.ts';

export interface Readiness {
  /** Number of slides. */
  readonly shown: number;
  /** Number of slide containers: with a page per click, more than slides. */
  readonly containers: number;
  /** What the whole page is still waiting for, or null. */
  readonly page: string | null;
  /** What slides are still waiting for; 0-based in the bundle. */
  readonly slides: readonly { readonly slide: number; readonly waitsFor: string }[];
}

/** Whether each slide is complete: mounted, loaded, diagrams drawn, pictures decoded. Runs in the browser. */
export function readiness(): Readiness {
  const { document, __talkdeck } = globalThis as unknown as PageGlobals;
  // A font is requested when its text is laid out. Before that all fonts seem loaded, and text printed while its font
  // is loading is invisible.
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
    for (const video of container.querySelectorAll('video')) {
      video.preload = 'auto';
      // A poster is shown instead; a video that cannot be played never gets further.
      const isSeen = video.poster !== '' || (video.readyState ?? 0) >= 2 || video.error;
      if (!isSeen) waitsFor(`the video ${video.getAttribute('src')}`);
    }
  }
  return {
    shown: new Set(containers.map(({ id }) => id.slice(0, id.indexOf('-')))).size,
    containers: containers.length,
    page: document.fonts.status === 'loaded' ? null : 'fonts',
    slides,
  };
}

/**
 * Waits for the fonts on the page, and of a text to be shown in its margins: text printed while its font is loading is
 * invisible. Runs in the browser.
 *
 * @param font in CSS notation, with size and family
 */
export async function loadFonts({
  font,
  text,
}: {
  readonly font: string;
  readonly text: string;
}): Promise<void> {
  const { document } = globalThis as unknown as SheetGlobals;
  await document.fonts.load(font, text);
  do {
    // A font is requested when its text is laid out.
    document.querySelector('body')?.getBoundingClientRect();
    await document.fonts.ready;
  } while (document.fonts.status !== 'loaded');
}

/**
 * Stores each slide's 0-based number in the bundle as `data-slide`, because Slidev's names for slides are also link
 * targets. Runs in the browser, once, while every slide is on the page.
 */
export function nameSlides(): void {
  const globals = globalThis as unknown as PageGlobals;
  const containers = [...globals.document.querySelectorAll('.print-slide-container')];
  for (const container of containers) {
    container.setAttribute('data-slide', String(Number.parseInt(container.id, 10) - 1));
  }
  globals.__talkdeckSlides = containers;
}
