import type { Product } from '../types.ts';

/**
 * Path of a product below out/, with forward slashes.
 * @param slide 1-based, for a picture
 * @param slides in the deck: numbers are padded to the length of the last one, so that files sort like slides
 */
export function productPath(product: Product, slug: string, slide = 0, slides = 0): string {
  switch (product.kind) {
    case 'png': {
      const digits = Math.max(2, String(slides).length);
      return `png/${slug}/${slug}-${String(slide).padStart(digits, '0')}.png`;
    }
    case 'pptx':
      return `pptx/${slug}.pptx`;
    case 'html':
      return `html/${slug}.html`;
    default:
      return `${product.kind}/${slug}.pdf`;
  }
}
