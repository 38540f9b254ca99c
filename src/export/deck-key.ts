import { createHash } from 'node:crypto';
import type { PrintableDeck, Product } from '../print/types.ts';
import type { AssetDigest } from './digest-assets.ts';

/** To be raised when the same input gives other bytes for a reason that no digest covers. */
const FORMAT = 1;

/**
 * What a product of a deck depends on, as one digest: where it is the same, so is the product.
 *
 * @param assets those that the deck shows, and those that every deck depends on
 * @param environment see environmentOf
 */
export function deckKey(
  { origins: _, ...deck }: PrintableDeck,
  product: Product,
  assets: readonly AssetDigest[],
  environment: string,
): string {
  const parts = [FORMAT, environment, product, deck, assets.map(({ path, digest }) => [path, digest])];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}
