import { closest } from '../base/closest.ts';
import { CliError } from '../base/errors.ts';
import type { Finding } from '../findings/finding.ts';
import type { AuditOptions, Product } from '../print/types.ts';
import type { DeckReport, ProductReport } from './save.ts';

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

export interface ExportRequest extends Pick<AuditOptions, 'onProgress' | 'signal'> {
  readonly plan: ExportPlan;
  /** Absolute folders with the shards of several machines, to join instead of printing; none to print. */
  readonly merge: readonly string[];
  /** Path of a browser; by default one is looked for. */
  readonly browser: string | undefined;
  /** What notes call slides/. */
  readonly folder: string;
  /** Called at once with what became of decks that were edited by hand, and of those whose talk is gone. */
  onNote?(note: string): void;
}

export interface ExportReport {
  /** False where there are errors in content: then nothing was written. */
  readonly isCompiled: boolean;
  /** Whether nothing had changed since the same export, so that nothing was looked at again. */
  readonly isRepeated: boolean;
  /** Of content and of slides, sorted. */
  readonly findings: readonly Finding[];
  /** Those that were written, without the front deck. */
  readonly decks: readonly DeckReport[];
  /** The PDF of all decks; null where none was wanted, or not every deck could be printed. */
  readonly whole: ProductReport | null;
  /** The file for `--merge`, below out/; null where no shard was wanted, or not every deck could be printed. */
  readonly shard: string | null;
}

/** As programs ask for a product: what is left out has its default. */
export type AskedProduct =
  | { readonly kind: 'pdf'; readonly clicks?: boolean }
  | { readonly kind: 'handout'; readonly perPage?: 2 | 3 }
  | { readonly kind: 'notes' }
  | { readonly kind: 'png'; readonly scale?: number }
  | { readonly kind: 'pptx' };

/** @param asked for products, which are PDFs where there are none */
export function planOf(
  asked: Omit<ExportPlan, 'products'> & { readonly products: readonly AskedProduct[] },
): ExportPlan {
  const products = asked.products.length > 0 ? asked.products : [{ kind: 'pdf' } as const];
  return { ...asked, products: products.map(complete) };
}

/** The PDF of the whole meetup is made with the PDFs of all decks. */
export function wantsWhole({
  names,
  products,
}: Pick<ExportPlan, 'names'> & { readonly products: readonly AskedProduct[] }): boolean {
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

function complete(product: AskedProduct): Product {
  switch (product.kind) {
    case 'pdf':
      return { kind: 'pdf', clicks: product.clicks ?? false };
    case 'handout':
      return { kind: 'handout', perPage: product.perPage ?? 3 };
    case 'png':
      return { kind: 'png', scale: product.scale ?? 2 };
    default:
      return product;
  }
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
