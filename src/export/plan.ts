import type { Product } from '../print/types.ts';

/** One of several machines that share the work. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** What the user asked for. */
export interface ExportPlan {
  /** Slugs of decks; none for all. */
  readonly names: readonly string[];
  readonly products: readonly Product[];
  readonly shard: Shard | null;
  readonly useCache: boolean;
}

/** The PDF of the whole meetup is made with the PDFs of all decks. */
export function wantsWhole({ names, products }: Pick<ExportPlan, 'names' | 'products'>): boolean {
  return names.length === 0 && products.some(({ kind }) => kind === 'pdf');
}
