import { deckPath } from '../shared/requests.ts';
import { tryAgain } from './keep-showing.ts';
import type { SlidevContext } from './slidev-page.ts';

interface Move {
  /** Numbers of the current slide, before and after the update in progress. */
  readonly from: number;
  readonly to: number;
  /** Contains the click. */
  readonly query: { readonly clicks?: unknown };
}

/**
 * Stays on the current slide, at its click, when an edit changes its number. All pages of a deck do so, independently.
 *
 * @param slug of the deck
 * @param isSlide whether the page shows a single slide now
 */
export async function followSlide(
  { nav }: SlidevContext,
  slug: string,
  isSlide: () => boolean,
): Promise<void> {
  let move: Move | null = null;
  const shown = () => Number(/\d+$/.exec(nav.router.currentRoute.path)?.[0]);
  const follow = (): unknown => {
    if (!move || !isSlide()) return undefined;
    // Slidev goes to the last slide if there are too few; a page elsewhere has moved on meanwhile.
    if (shown() !== Math.min(move.from, nav.total)) return undefined;
    const { from, to, query } = move;
    if (from === to && shown() === to) return undefined;
    // All windows go there by themselves; none reports it as a move (slidev/plugins/tell-moves.ts).
    let gone: unknown;
    const detail = {
      page: to,
      clicks: Number(query.clicks ?? 0),
      way: { path: nav.router.currentRoute.path.replace(/\d+$/, String(to)), query },
      waitUntil(navigation: unknown) {
        gone = navigation;
      },
    };
    dispatchEvent(new CustomEvent('talkdeck:renumbered', { detail }));
    return gone;
  };
  const hot = await hotContext(slug, 'follow-slide');
  hot?.on('talkdeck:moved', (data) => {
    const from = shown();
    const to: unknown = Array.isArray(data) ? data[from - 1] : null;
    const { query } = nav.router.currentRoute;
    move = isSlide() && typeof to === 'number' ? { from, to, query } : null;
  });
  // Immediately: with new slides under the old number, a page would lead the others to a wrong one.
  addEventListener('talkdeck:slides', follow);
  hot?.on('vite:afterUpdate', () => {
    const followed = follow();
    move = null;
    return followed;
  });
}

/**
 * Keeps the titles of the page and its footers in step with the deck: Slidev reads them when a page is loaded, and puts
 * `Presenter - ` and the like in front.
 */
export function followTitle({ configs }: SlidevContext): (title: string) => void {
  const loaded = configs.slidesTitle ?? document.title;
  let current = loaded;
  const rename = (from: string) => {
    const { title } = document;
    // Any prefix ends with a space.
    if (from === current || from === '' || !(title === from || title.endsWith(` ${from}`))) return;
    document.title = title.slice(0, title.length - from.length) + current;
  };
  // Slidev sets the loaded title again with each view.
  new MutationObserver(() => rename(loaded)).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return (title) => {
    const before = current;
    current = title;
    rename(before);
    rename(loaded);
    const { themeConfig } = configs;
    if (themeConfig && themeConfig.title !== title) themeConfig.title = title;
  };
}

/**
 * Continues when an error in the theme is fixed (slidev/serve/updates.ts): a page that could not start reloads, and
 * others load the slides that they lack.
 *
 * @param slug of the deck
 */
export async function revivePage(slug: string): Promise<void> {
  const hot = await hotContext(slug, 'revive-page');
  hot?.on('talkdeck:mended', () => (window.__slidev__ ? tryAgain() : location.reload()));
}

/** Vite's client reports changes through this, in the order in which the server made them. */
interface HotContext {
  on(event: string, hear: (data: unknown) => unknown): void;
}

/** Null if the page is not Vite's. @param slug of the deck @param owner of the listeners; each has its own context */
async function hotContext(slug: string, owner: string): Promise<HotContext | null> {
  try {
    // The page has already loaded it.
    const { createHotContext } = await import(deckPath(slug, '@vite/client'));
    return createHotContext(`/@talkdeck/${owner}`);
  } catch {
    return null;
  }
}
