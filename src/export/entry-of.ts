import type { PrintedDeck, Product } from '../print/types.ts';
import type { CacheEntry } from './cache-entry.ts';

/**
 * A product as it is kept: with the warnings that hold of it, in whatever company it is wanted the next time. Null
 * where it was not made.
 */
export function entryOf({ products, failures, pictures }: PrintedDeck, product: Product): CacheEntry | null {
  const made = products.find((one) => one.product === product);
  if (!made) return null;
  const warnings = failures
    .filter(({ kind }) => kind !== 'flattened' || product.kind === 'pptx')
    .map(({ slide, kind, detail }) => ({ slide, kind, detail }));
  const warned = new Set(warnings.map(({ slide }) => slide));
  return {
    files: made.files,
    pages: made.pages,
    warnings,
    pictures: pictures.filter(({ slide }) => warned.has(slide)).map(({ slide, png }) => ({ slide, png })),
  };
}
