import type { Plugin } from 'vite';

const LIST = '/@slidev/slides';
const SET = 'import.meta.hot.data.slides.value = data';
const TELL = `${SET}\n  dispatchEvent(new Event('talkdeck:slides'))`;

/** How a slide is loaded. */
const LOAD =
  /(const (load\d+) = async \(\) => \{\n[^\n]*\n\s*catch \(e\) \{ console\.error\([^\n]*?\);) return SlideError \}/g;
/** Interval of automatic retries, in milliseconds. */
const AGAIN_MS = 10_000;
const AGAIN = `
function tryAgain() {
  return new Promise((resolve) => {
    addEventListener('talkdeck:again', resolve, { once: true })
    setTimeout(resolve, ${AGAIN_MS})
  })
}`;

const CLIENT = /\/vite\/dist\/client\/client\.mjs$/;
const WAIT = /await (waitForSuccessfulPing\(url\.href\));(?=\s*location\.reload\(\))/;

/**
 * Keeps what pages show.
 *
 * A slide that cannot be loaded, because the server is gone or a file of the theme has an error, is tried again, and no
 * error replaces it. When the server is back, a page that supports it waits until the whole deck is available before it
 * reloads (dev/pages/deck/keep-showing.ts). And a page is notified of changes to its slides before it shows them
 * (dev/pages/deck/follow.ts).
 */
export function keepPages(): Plugin {
  return {
    name: 'talkdeck:keep-pages',
    enforce: 'pre',
    transform(code, id) {
      const [path = ''] = id.split('?');
      if (CLIENT.test(path)) {
        if (!WAIT.test(code)) throw new Error('this version of Vite waits for its server in another way');
        return { code: code.replace(WAIT, 'await (globalThis.talkdeckServed?.() ?? $1);'), map: null };
      }
      if (id !== LIST) return null;
      const [, first] = code.split(SET);
      const kept = code.replaceAll(LOAD, '$1 await tryAgain(); return $2() }').replace(SET, TELL);
      if (first === undefined || kept.includes('return SlideError'))
        throw new Error('this version of Slidev keeps its slides in another way');
      return { code: kept + AGAIN, map: null };
    },
  };
}
