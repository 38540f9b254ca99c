import type { SlidevContext } from './slidev-page.ts';

/*
 * A page goes on where its server does not: it fetches all slides as soon as it shows one, and when the server is back
 * it stays as it is until the deck can be loaded again.
 */

/** Slidev's list of slides tries again what it could not load (slidev/serve/keep-pages.ts). */
const AGAIN = 'talkdeck:again';
/** Between two attempts, in milliseconds. */
const AGAIN_MS = 1000;

/** Fetches all slides, the nearest first, as soon as the one that is shown is there. */
export async function fetchSlides({ nav }: SlidevContext): Promise<void> {
  const from = nav.currentSlideNo;
  const [shown, ...others] = [...nav.slides].sort((a, b) => Math.abs(a.no - from) - Math.abs(b.no - from));
  await shown?.load();
  for (const slide of others) {
    // Slidev puts it into the page, where its pictures and diagrams are fetched as well.
    slide.meta.__preloaded = true;
    void slide.load();
  }
}

/** Lets slides that could not be loaded try again. */
export function tryAgain(): void {
  dispatchEvent(new Event(AGAIN));
}

/** Resolves when the server can give the whole deck. @param base of its addresses, such as `/ada/` */
export async function waitUntilServed(base: string): Promise<void> {
  while (!(await isServed(base))) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}

/** What is imported at once, and what by and by. */
const IMPORTED = /\b(?:from|import)\s*(\(?)\s*"(\/[^"\s]+)"/g;
/** Of the latter the slides, and the views of them. */
const SHOWN = /\/@slidev\/(?:slides\/|client\/(?:pages|internals)\/)/;

/**
 * Asks for all modules of a deck, so that the server has made them when the page does; false where one cannot be had.
 */
async function isServed(base: string): Promise<boolean> {
  // Imports have it as it is written, the address bar has it encoded.
  const bases = [base, decodeURI(base)];
  try {
    const page = await fetch(location.href, { cache: 'no-store' });
    if (!page.ok) return false;
    let asked = [...(await page.text()).matchAll(/<script type="module" src="(\/[^"]+)"/g)].map(
      ([, src = '']) => src,
    );
    const known = new Set(asked);
    /** Those that some views only use may be missing. */
    const spare = new Set<string>();
    const importsOf = async (url: string): Promise<string[]> => {
      const answer = await fetch(url, { cache: 'no-cache' });
      if (!answer.ok && !spare.has(url)) throw new Error(`${url}: ${answer.status}`);
      const found: string[] = [];
      for (const [, bracket, next = ''] of (await answer.text()).matchAll(IMPORTED)) {
        const isLater = bracket === '(';
        if (known.has(next) || !bases.some((each) => next.startsWith(each))) continue;
        if (isLater && !SHOWN.test(next)) continue;
        known.add(next);
        if (spare.has(url) || (isLater && !next.includes('/@slidev/slides/'))) spare.add(next);
        found.push(next);
      }
      return found;
    };
    // A browser sends as many requests at a time as a server takes.
    while (asked.length > 0) asked = (await Promise.all(asked.map(importsOf))).flat();
    return true;
  } catch {
    return false;
  }
}
