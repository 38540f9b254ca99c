import { locateFailure } from '../print/audit/deck-findings.ts';
import { printDecks } from '../print/print-decks.ts';
import type {
  AuditOptions,
  AuditResult,
  PrintableDeck,
  PrintedProduct,
  Product,
  SlideFailure,
  SlidePicture,
} from '../print/types.ts';
import { type CacheEntry, entryOf, type PrintCache } from './cache.ts';
import { assetsOf, deckKey, digestAssets } from './deck-key.ts';
import { productPaths } from './products.ts';

interface ExportRequest extends AuditOptions {
  productsOf(deck: PrintableDeck): readonly Product[];
  /** Null to print everything and store nothing. */
  readonly cache: PrintCache | null;
  /** See `environmentOf`. */
  readonly environment: string;
  /** Called for each complete deck, as soon as it is. */
  save(deck: ExportedDeck): void;
}

/** Where a deck's products came from. */
export type CacheState = 'hit' | 'part' | 'miss' | 'off';

export interface ExportedDeck {
  readonly slug: string;
  readonly products: readonly PrintedProduct[];
  readonly slides: number;
  /** Time spent on this deck alone. */
  readonly seconds: number;
  readonly cache: CacheState;
}

interface ExportResult extends AuditResult {
  /** Slugs of the saved decks, in order. */
  readonly saved: readonly string[];
}

interface Wanted {
  readonly product: Product;
  readonly key: string;
  readonly entry: CacheEntry | null;
}

/**
 * Exports decks, taking products from the cache if possible and printing the rest. If nothing is left to print, no
 * browser starts.
 *
 * @throws as `printDecks` does, and what `save` throws
 */
export async function exportDecks(request: ExportRequest): Promise<ExportResult> {
  const { decks, assets, cache, environment, productsOf, save } = request;
  const assetsFor = assetsOf(decks, digestAssets(assets));
  const known = createCachedFindings();
  const saved = new Set<string>();
  /** Decks not completely cached. */
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
    // Saved immediately, since the products of all decks might not fit in memory.
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

type Findings = Pick<AuditResult, 'failures' | 'pictures'>;

interface CachedFindings {
  add(deck: PrintableDeck, entries: readonly CacheEntry[]): void;
  /** Cached findings, then further ones of `printed`; newer pictures replace cached ones. */
  with(printed: Findings): Findings;
}

/** Collects findings of cached products without duplicates: several products may report the same one. */
function createCachedFindings(): CachedFindings {
  const failures = new Map<string, SlideFailure>();
  const pictures = new Map<string, SlidePicture>();
  const addFailure = (failure: SlideFailure) => {
    const { slug, slide, kind, detail } = failure;
    failures.set(JSON.stringify([slug, slide, kind, detail]), failure);
  };
  const addPicture = (picture: SlidePicture) => {
    pictures.set(`${picture.slug} ${picture.slide}`, picture);
  };
  return {
    add: (deck, entries) => {
      for (const entry of entries) {
        for (const warning of entry.warnings) addFailure(locateFailure(warning, deck));
        for (const picture of entry.pictures) addPicture({ slug: deck.slug, ...picture });
      }
    },
    with: (printed) => {
      for (const failure of printed.failures) addFailure(failure);
      for (const picture of printed.pictures) addPicture(picture);
      return { failures: [...failures.values()], pictures: [...pictures.values()] };
    },
  };
}
