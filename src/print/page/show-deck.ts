import type { BundledSlide } from '../../slidev/job.ts';
import type { SlideProblem } from '../types.ts';
import type { PageElement, PageGlobals } from './dom.ts';
import type { SheetElement, SheetGlobals } from './show-sheets.ts';

/**
 * Leaves the slides of one deck on the page, so that what is printed is that deck. The others are taken out:
 * hidden, each would still cost time with every deck. Its slides get names of their own, `slide-1` and so on, which
 * become names in the PDF that links lead to; a slide that stands there once for each click, `slide-1-2` and so on.
 * Runs in the browser.
 *
 * @returns the 0-based page on which each slide begins
 */
export function showDeck({ first, count }: { first: number; count: number }): number[] {
  const { document, __talkdeckSlides } = globalThis as unknown as PageGlobals;
  // Where diagrams were drawn, pop-ups wait, and so on: printed, they would be a page of their own.
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
  // A break after the last slide could leave an empty page after it.
  if (last) last.style.breakAfter = 'auto';
  document.querySelector('#print-content')?.replaceChildren(...shown);
  return pageOf;
}

interface Isolation {
  /** Of each slide that stands on the page, its 0-based number in the bundle. */
  readonly slides: readonly number[];
  /** Of a slide, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Leaves the slide at `index` alone on the page, in its upper left corner, stretched by the two factors. */
  show(index: number, across: number, down: number): void;
  restore(): void;
}

/** Lets slides be looked at one by one. Runs in the browser. */
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
        // A factor of 1 would still make a layer of its own, in which text is drawn otherwise.
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
 * Slidev writes links as `#2`, `#alias` or `#./alias`, while the slides of its print page are called `002-01` and
 * numbered through all decks: points each link at the name that `showDeck` gives its slide, and takes the target off
 * those that lead nowhere. Runs in the browser.
 */
export function fixLinks(slides: readonly Pick<BundledSlide, 'deck' | 'alias'>[]): SlideProblem[] {
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
