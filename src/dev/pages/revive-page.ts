import { hotContext } from './hot-context.ts';

/** What Slidev shows in the place of a slide that could not be loaded. */
const LOST = 'An error occurred on this slide.';

/**
 * Loads a page anew that could not start, or has lost slides, when the error in the theme is mended
 * (slidev/keep-sound.ts). Others change in place.
 *
 * @param slug of the deck
 */
export async function revivePage(slug: string): Promise<void> {
  const hot = await hotContext(slug, 'revive-page');
  hot?.on('talkdeck:mended', () => {
    if (!window.__slidev__ || document.body.textContent.includes(LOST)) location.reload();
  });
}
