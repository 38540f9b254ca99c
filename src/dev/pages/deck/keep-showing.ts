import type { SlidevContext } from './slidev-page.ts';

/*
 * Keeps a page working without its server: it fetches all slides as soon as it shows one, and when the server is back,
 * it stays as it is until the deck can be loaded again.
 */

/** On this event, Slidev's list of slides retries what it could not load (slidev/serve/keep-pages.ts). */
const AGAIN = 'talkdeck:again';
/** Between two attempts, in milliseconds. */
const AGAIN_MS = 1000;

/** Fetches all slides, nearest first, once the current one is loaded. */
export async function fetchSlides({ nav }: SlidevContext): Promise<void> {
  const from = nav.currentSlideNo;
  const [shown, ...others] = [...nav.slides].sort((a, b) => Math.abs(a.no - from) - Math.abs(b.no - from));
  await shown?.load();
  for (const slide of others) {
    // Makes Slidev insert it into the page, which also fetches its pictures and diagrams.
    slide.meta.__preloaded = true;
    void slide.load();
  }
}

/** Makes slides that could not be loaded try again. */
export function tryAgain(): void {
  dispatchEvent(new Event(AGAIN));
}

/** Resolves when the server can serve the whole deck. @param base of its addresses, such as `/ada/` */
export async function waitUntilServed(base: string): Promise<void> {
  while (!(await isServed(base))) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
}

/** Static and dynamic imports. */
const IMPORTED = /\b(?:from|import)\s*(\(?)\s*"(\/[^"\s]+)"/g;
/** Of the dynamic ones, slides and their views. */
const SHOWN = /\/@slidev\/(?:slides\/|client\/(?:pages|internals)\/)/;

/**
 * Requests all modules of a deck, so that the server has them ready for the page; false if one is unavailable.
 */
async function isServed(base: string): Promise<boolean> {
  // Imports contain it unencoded, the address bar encoded.
  const bases = [base, decodeURI(base)];
  try {
    const page = await fetch(location.href, { cache: 'no-store' });
    if (!page.ok) return false;
    let asked = [...(await page.text()).matchAll(/<script type="module" src="(\/[^"]+)"/g)].map(
      ([, src = '']) => src,
    );
    const known = new Set(asked);
    /** Modules that only some views need may be missing. */
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
    // A browser limits the number of concurrent requests itself.
    while (asked.length > 0) asked = (await Promise.all(asked.map(importsOf))).flat();
    return true;
  } catch {
    return false;
  }
}
