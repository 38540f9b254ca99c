import type { DiagramImage, DiagramImages } from '../print/page/diagram-images.ts';
import { PLACES } from './site-places.ts';

/** A diagram that articles show as drawn for the deck. */
export interface Drawing extends DiagramImage {
  /** Slug of its deck. */
  readonly slug: string;
  /** As typed, without surrounding blanks. */
  readonly source: string;
  /** Below the site. */
  readonly path: string;
}

export type Drawings = readonly Drawing[];

export function drawingsOf(
  decks: readonly { readonly slug: string; readonly images: DiagramImages }[],
): Drawings {
  return decks.flatMap(({ slug, images }) =>
    Object.entries(images)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([source, image], index) => ({ ...image, slug, source, path: PLACES.drawing(slug, index + 1) })),
  );
}
