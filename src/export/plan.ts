import { closest } from '../base/closest.ts';
import { CliError } from '../base/errors.ts';
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

/** What was asked for, as one would type it: `ada --pdf --png --scale 2`. */
export function describePlan({ names, products }: Pick<ExportPlan, 'names' | 'products'>): string {
  return [...names, ...products.map(flagOf)].join(' ');
}

/**
 * The decks that were asked for by name, in the order of the meetup; all of them where none was.
 * @throws CliError when there is no such deck
 */
export function chooseDecks<D extends { readonly slug: string }>(
  decks: readonly D[],
  names: readonly string[],
): readonly D[] {
  if (names.length === 0) return decks;
  const slugs = decks.map(({ slug }) => slug);
  for (const name of names) {
    if (slugs.includes(name)) continue;
    const meant = closest(name, slugs);
    throw new CliError(
      `There is no deck "${name}".`,
      meant ? `Did you mean "${meant}"?` : `There are: ${slugs.join(', ')}.`,
    );
  }
  return decks.filter(({ slug }) => names.includes(slug));
}

function flagOf(product: Product): string {
  switch (product.kind) {
    case 'pdf':
      return product.clicks ? '--clicks' : '--pdf';
    case 'handout':
      return `--handout --per-page ${product.perPage}`;
    case 'png':
      return `--png --scale ${product.scale}`;
    default:
      return `--${product.kind}`;
  }
}
