import { locateFailure } from '../print/locate-problem.ts';
import {
  type AuditOptions,
  type AuditResult,
  type PrintableDeck,
  type PrintedProduct,
  type Product,
  printDecks,
  type SlideFailure,
} from '../print/print-decks.ts';
import { assetsOf } from './assets-of.ts';
import type { CacheEntry } from './cache-entry.ts';
import { deckKey } from './deck-key.ts';
import type { PrintCache } from './print-cache.ts';

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
  const assetsFor = assetsOf(decks, assets);
  const wanted = new Map(
    decks.map((deck) => [
      deck.slug,
      productsOf(deck).map((product): Wanted => {
        const key = deckKey(deck, product, assetsFor(deck), environment);
        return { product, key, entry: cache?.get(key) ?? null };
      }),
    ]),
  );
  const wantedOf = (slug: string): readonly Wanted[] => wanted.get(slug) ?? [];
  const isKept = ({ slug }: PrintableDeck) => wantedOf(slug).every(({ entry }) => entry !== null);
  const kept = decks.filter(isKept);
  const saved = new Set<string>();
  for (const { slug, origins } of kept) {
    const products = wantedOf(slug).flatMap(({ product, entry }) => (entry ? [{ product, ...entry }] : []));
    save({ slug, products, slides: origins.length, seconds: 0, cache: 'hit' });
    saved.add(slug);
  }

  const result = await printDecks({
    ...request,
    decks: decks.filter((deck) => !isKept(deck)),
    productsOf: ({ slug }) =>
      wantedOf(slug).flatMap(({ product, entry }) => (entry === null ? [product] : [])),
    onPrinted: ({ slug, products: made, slides, seconds, failures }) => {
      const warnings = failures.map(({ slide, kind, detail }) => ({ slide, kind, detail }));
      const products: PrintedProduct[] = [];
      for (const { product, key, entry } of wantedOf(slug)) {
        const found = entry ?? made.find((one) => one.product === product);
        if (!found) continue;
        products.push({ product, files: found.files, pages: found.pages });
        if (!entry) cache?.put(key, { files: found.files, pages: found.pages, warnings });
      }
      const some = wantedOf(slug).some(({ entry }) => entry !== null);
      save({ slug, products, slides, seconds, cache: cache === null ? 'off' : some ? 'part' : 'miss' });
      saved.add(slug);
    },
  });
  const known = kept.flatMap((deck) => warningsOf(deck, wantedOf(deck.slug)));
  return {
    ...result,
    failures: [...known, ...result.failures],
    saved: decks.map(({ slug }) => slug).filter((slug) => saved.has(slug)),
  };
}

/** What was found when the deck was printed; each of its products knows it. */
function warningsOf(deck: PrintableDeck, [first]: readonly Wanted[]): readonly SlideFailure[] {
  return (first?.entry?.warnings ?? []).map((warning) => locateFailure(warning, deck));
}
