import { closest } from '../base/closest.ts';
import { CliError, wording } from '../base/errors.ts';
import type { Finding } from '../findings/finding.ts';
import type { AuditOptions, Product } from '../print/types.ts';
import type { DeckReport, ProductReport } from './save.ts';

/** One of several machines that share the work. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  readonly of: number;
}

/** What to export. */
export interface ExportPlan {
  /** Slugs of decks; empty for all. */
  readonly names: readonly string[];
  readonly products: readonly Product[];
  readonly shard: Shard | null;
  readonly useCache: boolean;
}

export interface ExportRequest extends Pick<AuditOptions, 'onProgress' | 'signal'> {
  readonly plan: ExportPlan;
  /** Absolute folders with shards of several machines, to join instead of printing; empty to print. */
  readonly merge: readonly string[];
  /** Path of a browser; searched for by default. */
  readonly browser: string | undefined;
  /** slides/ as shown in notes. */
  readonly folder: string;
  /** Called as soon as decks turn out to be edited by hand, or to have lost their talk. */
  onNote?(note: string): void;
}

export interface ExportReport {
  /** False if content has errors: then nothing was written. */
  readonly isCompiled: boolean;
  /** Whether nothing had changed since the same export, so that nothing was checked again. */
  readonly isRepeated: boolean;
  /** About content and slides, sorted. */
  readonly findings: readonly Finding[];
  /** Written decks, without the front deck. */
  readonly decks: readonly DeckReport[];
  /** PDF of all decks; null if not requested, or if a deck could not be printed. */
  readonly whole: ProductReport | null;
  /** The file for `--merge`, below out/; null if not requested, or if a deck could not be printed. */
  readonly shard: string | null;
}

/** A product with optional fields, as API callers request it. */
export type AskedProduct =
  | { readonly kind: 'pdf'; readonly clicks?: boolean }
  | { readonly kind: 'handout'; readonly perPage?: 2 | 3 }
  | { readonly kind: 'notes' }
  | { readonly kind: 'png'; readonly scale?: number }
  | { readonly kind: 'pptx' };

/** @param asked its products default to PDFs */
export function planOf(
  asked: Omit<ExportPlan, 'products'> & { readonly products: readonly AskedProduct[] },
): ExportPlan {
  const products = asked.products.length > 0 ? asked.products : [{ kind: 'pdf' } as const];
  return { ...asked, products: products.map(complete) };
}

/** The PDF of the whole meetup comes with the PDFs of all decks. */
export function wantsWhole({
  names,
  products,
}: Pick<ExportPlan, 'names'> & { readonly products: readonly AskedProduct[] }): boolean {
  return names.length === 0 && products.some(({ kind }) => kind === 'pdf');
}

/** The request as command line arguments: `ada --pdf --png --scale 2`. */
export function describePlan({ names, products }: Pick<ExportPlan, 'names' | 'products'>): string {
  return [...names, ...products.map(flagOf)].join(' ');
}

/**
 * The decks requested by name, in meetup order; all if none is named.
 * @throws CliError if there is no such deck
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
      wording`There is no deck "${name}".`,
      meant ? wording`Did you mean "${meant}"?` : wording`There are: ${slugs.join(', ')}.`,
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
