import type { BundledSlide } from '../slidev/bundle-job.ts';
import type { PageElement, PageGlobals } from './page-dom.ts';
import type { SlideFailureKind } from './types.ts';

// These functions run in the browser: they are sent there as text, and so stand alone. Slides are 0-based in
// the bundle; Slidev's own numbers, in ids, are 1-based.

/** Something about one slide of the bundle. */
export interface SlideProblem {
  readonly slide: number;
  readonly kind: SlideFailureKind;
  readonly detail: string;
}

export interface Readiness {
  readonly shown: number;
  /** What the page as a whole still waits for, or null. */
  readonly page: string | null;
  /** What slides still wait for. */
  readonly slides: readonly { readonly slide: number; readonly waitsFor: string }[];
}

/** Says of each slide whether it is complete: mounted, loaded, diagrams drawn, pictures decoded. */
export function readiness(): Readiness {
  const { document, __talkdeck } = globalThis as unknown as PageGlobals;
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
    shown: containers.length,
    page: document.fonts.status === 'loaded' ? null : 'fonts',
    slides,
  };
}

/**
 * Finds what is wrong with the slides as they stand, to be called when they are ready.
 *
 * @param unserved addresses that were asked for and not given
 */
export function audit({ unserved, tolerance }: { unserved: string[]; tolerance: number }): {
  problems: SlideProblem[];
  /** Those that no slide names: the theme or a style asks for them. */
  unclaimed: string[];
} {
  const { document, getComputedStyle, __talkdeck } = globalThis as unknown as PageGlobals;
  const problems: SlideProblem[] = [];
  const claimed = new Set<string>();

  const excess = (element: PageElement) => {
    const high = element.scrollHeight - element.clientHeight;
    const wide = element.scrollWidth - element.clientWidth;
    const parts = [
      high > tolerance ? `${high} px higher` : '',
      wide > tolerance ? `${wide} px wider` : '',
    ].filter(Boolean);
    return parts.length > 0 ? `${parts.join(' and ')} than its box` : null;
  };
  /** A box that hides or scrolls what does not fit: on paper, it cuts. */
  const cuts = (element: PageElement) => {
    if (element.clientHeight <= 1 || element.clientWidth <= 1) return false; // for screen readers only
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    return textOverflow !== 'ellipsis' && (overflowX !== 'visible' || overflowY !== 'visible');
  };

  for (const { no, detail } of __talkdeck?.errors ?? []) {
    if (no !== null) problems.push({ slide: no - 1, kind: 'runtime', detail });
  }
  for (const container of document.querySelectorAll('.print-slide-container')) {
    const slide = Number.parseInt(container.id, 10) - 1;
    const problem = (kind: SlideFailureKind, detail: string) => problems.push({ slide, kind, detail });

    if (container.querySelector('[data-talkdeck-error]')) problem('runtime', 'the slide could not be loaded');
    for (const image of container.querySelectorAll('img')) {
      if (image.complete && image.naturalWidth === 0 && !unserved.includes(image.currentSrc ?? '')) {
        problem('image', `the picture ${image.getAttribute('src')} cannot be shown`);
      }
    }
    // What Slidev's <Mermaid> shows instead of a diagram.
    for (const error of container.querySelectorAll('pre[border="1 red rounded"]')) {
      problem('image', `the diagram cannot be drawn: ${error.textContent?.trim()}`);
    }
    for (const url of unserved) {
      const written = [url, url.replaceAll('&', '&amp;'), url.replace(/^https:\/\/[^/]+/, '')];
      if (!written.some((text) => text.length > 1 && container.innerHTML.includes(text))) continue;
      claimed.add(url);
      problem('network', `asks for ${url}, which is not part of the deck`);
    }

    // The slide itself, its layout, the part of the layout that is above the footer, and what stands in that:
    // a list that has to shrink would run over the paragraph below it.
    const boxes = [
      ...container.querySelectorAll('[data-slidev-no], .slidev-layout, .slide-content, .slide-content > *'),
    ];
    const whole = boxes.map(excess).findLast((part) => part !== null);
    if (whole) problem('overflow', `the content is ${whole}`);
    for (const element of container.querySelectorAll('.slidev-layout *')) {
      const part = !boxes.includes(element) && cuts(element) ? excess(element) : null;
      if (part) problem('overflow', `a <${element.tagName.toLowerCase()}> is ${part}`);
    }
    const drawn = container.querySelector('img, svg, canvas, video, .mermaid');
    const failed = problems.some((other) => other.slide === slide);
    if (!failed && !drawn && !container.textContent?.trim()) problem('blank', 'the slide shows nothing');
  }
  return { problems, unclaimed: unserved.filter((url) => !claimed.has(url)) };
}

/**
 * Slidev writes links as `#2`, `#alias` or `#./alias`, while the slides of its print page are called `002-01` and numbered
 * through all decks: points each link at the name that `showDeck` gives its slide, and takes the target off
 * those that lead nowhere.
 */
export function mendLinks(slides: readonly Pick<BundledSlide, 'deck' | 'alias'>[]): SlideProblem[] {
  const { document, location, CSS } = globalThis as unknown as PageGlobals;
  const problems: SlideProblem[] = [];
  let slide = 0;
  for (const container of document.querySelectorAll('.print-slide-container')) {
    const deck = slides[slide]?.deck;
    const first = slides.findIndex((other) => other.deck === deck);
    for (const link of container.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (!href.startsWith('#') && !link.href?.startsWith(`${location.origin}/`)) continue;
      const name = decodeURIComponent(href.replace(/^#?\.?\/?/, ''));
      if (href.startsWith('#') && container.querySelector(`[id="${CSS.escape(name)}"]`)) continue; // a footnote
      const byNumber = /^\d+$/.test(name) ? first + Number(name) - 1 : -1;
      const byAlias = slides.findIndex((other) => other.deck === deck && other.alias === name);
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
    slide += 1;
  }
  return problems;
}

/**
 * Leaves the slides of one deck on the page, so that what is printed is that deck. Its slides get names of their
 * own, `slide-1` and so on, which become names in the PDF that `deck.pdf#slide-3` can open.
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
