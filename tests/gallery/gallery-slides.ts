import { takePictures } from '../../src/print/audit/take-pictures.ts';
import type { PrintableDeck, SlidePicture } from '../../src/print/types.ts';
import type { OpenedDecks } from '../print/open-decks.ts';

export interface GallerySlide {
  /** Such as `quiet/zh-dense-07`. */
  readonly name: string;
  /** Slug of its deck. */
  readonly deck: string;
  /** At canvas size: 980 pixels wide. */
  readonly png: Uint8Array;
}

/** Takes screenshots of the opened decks, in order. @param which slides, counted from 0; all by default */
export async function gallerySlides(
  { page, bundle, problems }: OpenedDecks,
  decks: readonly PrintableDeck[],
  which: readonly number[] = [...bundle.slides.keys()],
): Promise<readonly GallerySlide[]> {
  if (problems.length > 0) throw new Error(problems.map(({ detail }) => detail).join('\n'));
  const take = async (slide: number) => (await takePictures(page, [slide], bundle, decks))[0];
  const taken: SlidePicture[] = [];
  for (const slide of which) {
    // On a busy machine one may not come in time.
    const picture = (await take(slide)) ?? (await take(slide));
    if (!picture) throw new Error('a slide could not be photographed');
    taken.push(picture);
  }
  return taken.map(({ slug, slide, png }) => ({
    name: `${slug}-${String(slide).padStart(2, '0')}`,
    deck: slug,
    png,
  }));
}
