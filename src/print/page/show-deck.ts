import type { BundledSlide } from '../../slidev/job.ts';
import type { SlideProblem } from '../types.ts';
import type { PageElement, PageGlobals } from './dom.ts';
import type { SheetElement, SheetGlobals } from './show-sheets.ts';

/**
 * Leaves only the slides of one deck on the page, to print that deck. The others are removed: hidden, each would still
 * cost time with every deck. The deck's slides get ids, `slide-1` and so on, which become named destinations in the
 * PDF; a slide that appears once per click gets `slide-1-2` and so on. Runs in the browser.
 *
 * @returns the 0-based page on which each slide begins
 */
export function showDeck({ first, count }: { first: number; count: number }): number[] {
  const { document, __talkdeckSlides } = globalThis as unknown as PageGlobals;
  // Containers for drawing diagrams, pop-ups and so on would be printed as a separate page.
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
  // A break after the last slide could add an empty page.
  if (last) last.style.breakAfter = 'auto';
  document.querySelector('#print-content')?.replaceChildren(...shown);
  return pageOf;
}

interface Isolation {
  /** The 0-based number in the bundle of each slide on the page. */
  readonly slides: readonly number[];
  /** Of one slide, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Shows only the slide at `index`, in the upper left corner, stretched by the two factors. */
  show(index: number, across: number, down: number): void;
  restore(): void;
}

/** Lets slides be viewed one by one. Runs in the browser. */
export function isolateSlide(): Isolation {
  const { document } = globalThis as unknown as SheetGlobals;
  const containers: SheetElement[] = [...document.querySelectorAll('.print-slide-container')];
  const styles = containers.map((container) => container.getAttribute('style'));
  const { width = 0, height = 0 } = containers[0]?.getBoundingClientRect() ?? {};
  return {
    slides: containers.map((container) => Number(container.getAttribute('data-slide'))),
    width,
    height,
    show(index, across, down) {
      for (const [at, { style }] of containers.entries()) {
        style.setProperty('display', at === index ? '' : 'none');
        // Even a factor of 1 would create a layer, in which text is drawn differently.
        const isStretched = at === index && (across !== 1 || down !== 1);
        style.setProperty('transform-origin', isStretched ? '0 0' : '');
        style.setProperty('scale', isStretched ? `${across} ${down}` : '');
      }
    },
    restore() {
      for (const [at, container] of containers.entries()) {
        const style = styles[at] ?? null;
        if (style === null) container.removeAttribute('style');
        else container.setAttribute('style', style);
      }
    },
  };
}

/**
 * Slidev writes links as `#2`, `#alias` or `#./alias`, but names the slides of its print page `002-01`, numbered
 * through all decks. This points each link at the name that `showDeck` gives its slide, and removes the target of those
 * that lead nowhere. Runs in the browser.
 */
export function fixLinks(slides: readonly Pick<BundledSlide, 'deck' | 'alias'>[]): SlideProblem[] {
  const { document, location, CSS } = globalThis as unknown as PageGlobals;
  const problems: SlideProblem[] = [];
  /** Null if an address cannot be decoded. */
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
