import type { Page } from 'playwright-core';
import type { Bundle } from '../../slidev/job.ts';
import type { PrintableDeck, SlidePicture } from '../types.ts';

const TIMEOUT_MS = 5_000;

/**
 * Photographs slides of the bundle. A slide that cannot be photographed is skipped: its problem is known anyway.
 * @param slides 0-based; each is photographed once
 */
export async function takePictures(
  page: Page,
  slides: Iterable<number>,
  bundle: Bundle,
  decks: readonly PrintableDeck[],
): Promise<SlidePicture[]> {
  const pictures: SlidePicture[] = [];
  for (const slide of new Set(slides)) {
    const place = bundle.slides[slide];
    const deck = place && decks[place.deck];
    if (!deck) continue;
    const png = await page
      .locator(`[data-slide="${slide}"]`)
      .first()
      .screenshot({ timeout: TIMEOUT_MS })
      .catch(() => null);
    if (png) pictures.push({ slug: deck.slug, slide: place.index + 1, png });
  }
  return pictures;
}
