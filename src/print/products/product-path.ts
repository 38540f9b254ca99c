import type { Product } from '../types.ts';

/**
 * Where a product goes below out/, with forward slashes.
 * @param slide 1-based, of a picture
 * @param slides of the deck: numbers have as many digits as the last one, so that files sort as slides do
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
