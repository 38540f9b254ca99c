import { closest } from '../base/closest.ts';
import { CliError, wording } from '../base/errors.ts';
import type { Project } from '../base/project.ts';
import type { Compiled } from '../build/compile.ts';
import type { Finding } from '../findings/finding.ts';
import type { AuditOptions, Product } from '../print/types.ts';
import { DOCUMENTS, type DocumentKind, type DocumentReport, type MadeDocument } from './documents.ts';
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
  /** Made from the summaries alone, without a browser. */
  readonly documents: readonly DocumentKind[];
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
  /**
   * Makes the plan's documents from the decks that it names.
   * @throws CliError if a template is broken, or a calendar has no day
   */
  makeDocuments?(
    project: Project,
    compiled: Compiled,
    plan: Pick<ExportPlan, 'documents' | 'names'>,
  ): Promise<readonly MadeDocument[]>;
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
  /** One file of all decks; null if not requested, or if a deck could not be printed. */
  readonly wholeHtml: ProductReport | null;
  readonly documents: readonly DocumentReport[];
  /** The file for `--merge`, below out/; null if not requested, or if a deck could not be printed. */
  readonly shard: string | null;
}

/** A product with optional fields, as API callers request it. */
export type AskedProduct =
  | { readonly kind: 'pdf'; readonly clicks?: boolean }
  | { readonly kind: 'handout'; readonly perPage?: 2 | 3 }
  | { readonly kind: 'notes' }
  | { readonly kind: 'png'; readonly scale?: number }
  | { readonly kind: 'pptx' }
  | { readonly kind: 'html' }
  | { readonly kind: DocumentKind };

/**
 * @param asked its products default to PDFs
 * @throws CliError if a shard is to hold HTML files
 */
export function planOf(
  asked: Omit<ExportPlan, 'products' | 'documents'> & { readonly products: readonly AskedProduct[] },
): ExportPlan {
  const products = asked.products.length > 0 ? asked.products : [{ kind: 'pdf' } as const];
  if (asked.shard && products.some(({ kind }) => kind === 'html')) {
    // The contents of a shard are shown, but never run.
    throw new CliError(
      wording`HTML files are not exported in parts.`,
      wording`Export them on one machine, without --shard.`,
    );
  }
  const documents = DOCUMENTS.filter((kind) => products.some((product) => product.kind === kind));
  if (asked.shard && documents.length > 0) {
    throw new CliError(
      wording`Markdown, articles and calendars are not exported in parts.`,
      wording`Export them on one machine, without --shard.`,
    );
  }
  return { ...asked, products: products.flatMap((product) => complete(product) ?? []), documents };
}

/** The whole meetup's PDF comes with the PDFs of all decks, and its HTML file with their HTML files. */
export function wantsWhole(
  { names, products }: Pick<ExportPlan, 'names'> & { readonly products: readonly AskedProduct[] },
  kind: 'pdf' | 'html' = 'pdf',
): boolean {
  return names.length === 0 && products.some((product) => product.kind === kind);
}

/** The request as command line arguments: `ada --pdf --png --scale 2`. */
export function describePlan({
  names,
  products,
  documents,
}: Pick<ExportPlan, 'names' | 'products' | 'documents'>): string {
  return [...names, ...products.map(flagOf), ...documents.map((kind) => `--${kind}`)].join(' ');
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

/** Null for a document. */
function complete(product: AskedProduct): Product | null {
  switch (product.kind) {
    case 'pdf':
      return { kind: 'pdf', clicks: product.clicks ?? false };
    case 'handout':
      return { kind: 'handout', perPage: product.perPage ?? 3 };
    case 'png':
      return { kind: 'png', scale: product.scale ?? 2 };
    case 'md':
    case 'article':
    case 'ics':
      return null;
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
