import { createHash } from 'node:crypto';
import type { PrintAsset, PrintableDeck, Product } from '../print/types.ts';

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
  assets: readonly PrintAsset[],
  environment: string,
): string {
  const hash = createHash('sha256').update(JSON.stringify([FORMAT, environment, product, deck]));
  for (const { path, bytes } of assets) hash.update(`\0${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 40);
}
