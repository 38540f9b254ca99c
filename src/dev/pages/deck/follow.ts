import { hotContext } from '../hot-context.ts';
import type { SlidevContext } from '../slidev-page.ts';

interface Move {
  /** Numbers of the slide on the screen, before and after the update that is being made. */
  readonly from: number;
  readonly to: number;
  /** With the click. */
  readonly query: object;
}

/**
 * Stays with the slide that is on the screen, and at its click, when an edit gives it another number. All pages of a
 * deck do, each by itself.
 *
 * @param slug of the deck
 * @param isSlide whether the page shows one slide now
 */
export async function followSlide(
  { nav }: SlidevContext,
  slug: string,
  isSlide: () => boolean,
): Promise<void> {
  let move: Move | null = null;
  const shown = () => Number(/\d+$/.exec(nav.router.currentRoute.path)?.[0]);
  const follow = (): unknown => {
    // Slidev goes to the last slide where there are too few; elsewhere is who has gone on meanwhile.
    if (!move || !isSlide() || ![move.from, nav.total].includes(shown())) return undefined;
    const { from, to, query } = move;
    const path = nav.router.currentRoute.path.replace(/\d+$/, String(to));
    return from === to && shown() === to ? undefined : nav.router.replace({ path, query });
  };
  const hot = await hotContext(slug, 'follow-slide');
  hot?.on('talkdeck:moved', (data) => {
    const from = shown();
    const to: unknown = Array.isArray(data) ? data[from - 1] : null;
    const { query } = nav.router.currentRoute;
    move = isSlide() && typeof to === 'number' ? { from, to, query } : null;
  });
  // At once: with new slides under the old number a page would lead the others to a wrong one.
  addEventListener('talkdeck:slides', follow);
  hot?.on('vite:afterUpdate', () => {
    const followed = follow();
    move = null;
    return followed;
  });
}
