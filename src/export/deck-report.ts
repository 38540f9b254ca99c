import type { PrintedProduct, Product } from '../print/types.ts';
import type { CacheState } from './export-decks.ts';

/** What was written for a deck. */
export interface DeckReport {
  readonly slug: string;
  readonly slides: number;
  /** Of work on this deck alone. */
  readonly seconds: number;
  readonly cache: CacheState;
  readonly products: readonly ProductReport[];
}

export interface ProductReport {
  readonly kind: Product['kind'];
  readonly pages: number;
  readonly bytes: number;
  /** Below out/, with forward slashes. */
  readonly files: readonly string[];
}

export function productReport({ product, pages, files }: PrintedProduct): ProductReport {
  return {
    kind: product.kind,
    pages,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    files: files.map(({ path }) => path),
  };
}
