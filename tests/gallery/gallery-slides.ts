import { takePictures } from '../../src/print/audit/take-pictures.ts';
import type { PrintableDeck } from '../../src/print/types.ts';
import type { OpenedDecks } from '../print/open-decks.ts';

export interface GallerySlide {
  /** Such as `quiet/zh-dense-07`. */
  readonly name: string;
  /** Slug of its deck. */
  readonly deck: string;
  /** At canvas size: 980 pixels wide. */
  readonly png: Uint8Array;
}

/** Takes a screenshot of every slide of the opened decks, in order. */
export async function gallerySlides(
  { page, bundle, problems }: OpenedDecks,
  decks: readonly PrintableDeck[],
): Promise<readonly GallerySlide[]> {
  if (problems.length > 0) throw new Error(problems.map(({ detail }) => detail).join('\n'));
  const taken = await takePictures(page, bundle.slides.keys(), bundle, decks);
  if (taken.length < bundle.slides.length) throw new Error('a slide could not be photographed');
  return taken.map(({ slug, slide, png }) => ({
    name: `${slug}-${String(slide).padStart(2, '0')}`,
    deck: slug,
    png,
  }));
}
