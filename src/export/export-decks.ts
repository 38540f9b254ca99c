import {
  type AuditOptions,
  type AuditResult,
  type PrintableDeck,
  type PrintedProduct,
  type Product,
  printDecks,
} from '../print/print-decks.ts';
import { assetsOf } from './assets-of.ts';
import type { CacheEntry } from './cache-entry.ts';
import { deckKey } from './deck-key.ts';
import { digestAssets } from './digest-assets.ts';
import { entryOf } from './entry-of.ts';
import { createKeptFindings } from './kept-findings.ts';
import type { PrintCache } from './print-cache.ts';
import { productPaths } from './products.ts';

export interface ExportRequest extends AuditOptions {
  productsOf(deck: PrintableDeck): readonly Product[];
  /** Null to print everything, and keep nothing. */
  readonly cache: PrintCache | null;
  /** See environmentOf. */
  readonly environment: string;
  /** Called once for each deck that is whole, as soon as it is. */
  save(deck: ExportedDeck): void;
}

/** Where a deck's products came from. */
export type CacheState = 'hit' | 'part' | 'miss' | 'off';

export interface ExportedDeck {
  readonly slug: string;
  readonly products: readonly PrintedProduct[];
  readonly slides: number;
  /** Of work on this deck alone. */
  readonly seconds: number;
  readonly cache: CacheState;
}

export interface ExportResult extends AuditResult {
  /** Slugs of the decks that were saved, in order. */
  readonly saved: readonly string[];
}

interface Wanted {
  readonly product: Product;
  readonly key: string;
  readonly entry: CacheEntry | null;
}

/**
 * Exports decks: what was printed before is taken from the cache, the rest is printed; where nothing is left to
 * print, no browser is started.
 *
 * @throws as printDecks does, and what `save` throws
 */
export async function exportDecks(request: ExportRequest): Promise<ExportResult> {
  const { decks, assets, cache, environment, productsOf, save } = request;
  const assetsFor = assetsOf(decks, digestAssets(assets));
  const known = createKeptFindings();
  const saved = new Set<string>();
  /** Of decks that are not kept as a whole. */
  const missing = new Map<string, readonly Wanted[]>();
  for (const deck of decks) {
    const shown = assetsFor(deck);
    const wanted = productsOf(deck).map((product): Wanted => {
      const key = deckKey(deck, product, shown, environment);
      const paths = productPaths(product, deck.slug, deck.origins.length);
      return { product, key, entry: cache?.get(key, paths) ?? null };
    });
    const products = wanted.flatMap(({ product, entry }) => (entry ? [{ ...entry, product }] : []));
    known.add(deck, products);
    if (products.length < wanted.length) {
      missing.set(deck.slug, wanted);
      continue;
    }
    // At once: the products of all decks together may take more memory than there is.
    save({ slug: deck.slug, products, slides: deck.origins.length, seconds: 0, cache: 'hit' });
    saved.add(deck.slug);
  }

  const result = await printDecks({
    ...request,
    decks: decks.filter(({ slug }) => missing.has(slug)),
    productsOf: ({ slug }) =>
      (missing.get(slug) ?? []).flatMap(({ product, entry }) => (entry === null ? [product] : [])),
    onPrinted: (printed) => {
      const { slug, slides, seconds } = printed;
      const wanted = missing.get(slug) ?? [];
      missing.delete(slug);
      const products: PrintedProduct[] = [];
      for (const { product, key, entry } of wanted) {
        const found = entry ?? entryOf(printed, product);
        if (!found) continue;
        products.push({ product, files: found.files, pages: found.pages });
        if (!entry) cache?.put(key, found);
      }
      const some = wanted.some(({ entry }) => entry !== null);
      save({ slug, products, slides, seconds, cache: cache === null ? 'off' : some ? 'part' : 'miss' });
      saved.add(slug);
    },
  });
  return {
    ...result,
    ...known.with(result),
    saved: decks.map(({ slug }) => slug).filter((slug) => saved.has(slug)),
  };
}
