import { takePictures } from '../../src/print/audit/take-pictures.ts';
import { takeSlides } from '../../src/print/products/png.ts';
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

/** Names of all slides of the opened decks, in order. */
export function slideNames({ bundle }: OpenedDecks, decks: readonly PrintableDeck[]): readonly string[] {
  return bundle.slides.map(({ deck, index }) => nameOf(decks[deck]?.slug ?? '', index + 1));
}

function nameOf(slug: string, slide: number): string {
  return `${slug}-${String(slide).padStart(2, '0')}`;
}

/** Takes pictures of all slides the way `export --png` does: twice as fast as in place. */
export async function exportedSlides(
  { page, bundle, problems }: Pick<OpenedDecks, 'page' | 'bundle' | 'problems'>,
  decks: readonly PrintableDeck[],
): Promise<readonly GallerySlide[]> {
  if (problems.length > 0) throw new Error(problems.map(({ detail }) => detail).join('\n'));
  const taken: GallerySlide[] = [];
  const span = { first: 0, count: bundle.slides.length };
  for await (const { slide, png } of takeSlides(page, span, 1)) {
    const place = bundle.slides[slide - 1];
    const deck = decks[place?.deck ?? -1]?.slug ?? '';
    taken.push({ name: nameOf(deck, (place?.index ?? -1) + 1), deck, png });
  }
  return taken;
}

/** Takes screenshots of some slides in place, in order. @param which slides, counted from 0 */
export async function gallerySlides(
  { page, bundle, problems }: Pick<OpenedDecks, 'page' | 'bundle' | 'problems'>,
  decks: readonly PrintableDeck[],
  which: readonly number[],
): Promise<readonly GallerySlide[]> {
  if (problems.length > 0) throw new Error(problems.map(({ detail }) => detail).join('\n'));
  const take = async (slide: number) => (await takePictures(page, [slide], bundle, decks))[0];
  const taken: SlidePicture[] = [];
  for (const slide of which) {
    // On a busy machine one may not be ready in time.
    const picture = (await take(slide)) ?? (await take(slide));
    if (!picture) throw new Error('a slide could not be photographed');
    taken.push(picture);
  }
  return taken.map(({ slug, slide, png }) => ({
    name: nameOf(slug, slide),
    deck: slug,
    png,
  }));
}
