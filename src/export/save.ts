import { type DeckReport, productReport } from './deck-report.ts';
import type { ExportedDeck } from './export-decks.ts';
import { saveFiles } from './save-files.ts';

export interface DeckTarget {
  /** Absolute. */
  readonly outFolder: string;
  /** Slug of the front deck, which is a part of the whole meetup only. */
  readonly front: string;
  /** By slug, for the PDF of the whole meetup; null where none is wanted. */
  readonly pdfs: Map<string, Uint8Array> | null;
}

/**
 * Writes a deck's products, and says what was written.
 * @throws CliError where the folder cannot be written
 */
export function saveDeck(deck: ExportedDeck, { outFolder, front, pdfs }: DeckTarget): DeckReport {
  for (const product of deck.products) {
    if (deck.slug !== front) saveFiles(outFolder, product);
    const [file] = product.files;
    if (product.product.kind === 'pdf' && file) pdfs?.set(deck.slug, file.bytes);
  }
  return { ...deck, products: deck.products.map(productReport) };
}
