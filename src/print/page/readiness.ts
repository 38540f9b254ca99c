import type { PageGlobals } from './dom.ts';
import type { SheetGlobals } from './show-sheets.ts';

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
    for (const video of container.querySelectorAll('video')) {
      video.preload = 'auto';
      // Where it has a poster, that is shown; one that cannot be played never gets further.
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
 * Waits for the fonts of what stands on the page, and of a text that will stand in its margins: text that is printed
 * while its font is on the way is invisible. Runs in the browser.
 *
 * @param font as CSS has it, with size and family
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
    // A font is asked for when its text is laid out.
    document.querySelector('body')?.getBoundingClientRect();
    await document.fonts.ready;
  } while (document.fonts.status !== 'loaded');
}

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
