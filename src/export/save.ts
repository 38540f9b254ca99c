import { readdirSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { writeFiles } from '../base/files.ts';
import type { PrintableDeck, PrintedProduct, Product } from '../print/types.ts';
import type { CacheState, ExportedDeck } from './export-decks.ts';
import type { WholePdf } from './whole.ts';
import type { WholeHtml } from './whole-html.ts';

interface DeckTarget {
  /** Absolute. */
  readonly outFolder: string;
  /** Slug of the front deck, which is only part of the whole meetup's PDF. */
  readonly front: string;
  /** Collects PDFs by slug for the whole meetup; null if not requested. */
  readonly pdfs: Map<string, Uint8Array> | null;
  /** The same for HTML files. */
  readonly pages?: Map<string, Uint8Array> | null;
}

/**
 * Writes a deck's products and reports what was written.
 * @throws CliError if the folder cannot be written
 */
export function saveDeck(deck: ExportedDeck, { outFolder, front, pdfs, pages }: DeckTarget): DeckReport {
  for (const product of deck.products) {
    if (deck.slug !== front) saveFiles(outFolder, product);
    const [file] = product.files;
    if (product.product.kind === 'pdf' && file) pdfs?.set(deck.slug, file.bytes);
    if (product.product.kind === 'html' && file) pages?.set(deck.slug, file.bytes);
  }
  return { ...deck, products: deck.products.map(productReport) };
}

/**
 * Writes a product's files, each completely or not at all. Removes pictures of slides that no longer exist.
 * @param outFolder absolute
 * @throws CliError if the folder cannot be written
 */
export function saveFiles(outFolder: string, { product, files }: PrintedProduct): void {
  writeFiles(
    outFolder,
    files.map(({ path, bytes }) => ({ path, content: bytes })),
  );
  const [first] = files;
  if (product.kind !== 'png' || !first) return;
  const folder = posix.dirname(first.path);
  const names = new Set(files.map(({ path }) => posix.basename(path)));
  const prefix = `${posix.basename(folder)}-`;
  for (const name of readdirSync(join(outFolder, folder))) {
    const isOurs = name.startsWith(prefix) && /^\d+\.png$/.test(name.slice(prefix.length));
    if (isOurs && !names.has(name)) rmSync(join(outFolder, folder, name), { force: true });
  }
}

/**
 * Writes the PDF of the whole meetup.
 *
 * @param outFolder absolute
 * @throws CliError if the folder cannot be written
 */
export function writeWhole(
  { slug }: PrintableDeck,
  { pdf, pages }: WholePdf,
  outFolder: string,
): ProductReport {
  const path = `pdf/${slug}.pdf`;
  writeFiles(outFolder, [{ path, content: pdf }]);
  return { kind: 'pdf', pages, bytes: pdf.length, files: [path] };
}

/**
 * Writes the file of the whole meetup.
 *
 * @param outFolder absolute
 * @throws CliError if the folder cannot be written
 */
export function writeWholeHtml(
  { slug }: PrintableDeck,
  { html, slides }: WholeHtml,
  outFolder: string,
): ProductReport {
  const path = `html/${slug}.html`;
  writeFiles(outFolder, [{ path, content: html }]);
  return { kind: 'html', pages: slides, bytes: html.length, files: [path] };
}

/** What was written for a deck. */
export interface DeckReport {
  readonly slug: string;
  readonly slides: number;
  /** Time spent on this deck alone. */
  readonly seconds: number;
  readonly cache: CacheState;
  readonly products: readonly ProductReport[];
}

export interface ProductReport {
  readonly kind: Product['kind'];
  readonly pages: number;
  readonly bytes: number;
  /** Below out/, with forward slashes. */
  readonly files: readonly string[];
}

export function productReport({ product, pages, files }: PrintedProduct): ProductReport {
  return {
    kind: product.kind,
    pages,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    files: files.map(({ path }) => path),
  };
}
