import { printDecks } from '../../src/print/print-decks.ts';
import type { AuditResult, PrintOptions } from '../../src/print/types.ts';
import { KEPT_SHELL } from '../kept-shell.ts';

export interface PrintedPdf {
  readonly slug: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Files of other kinds, in the order in which they were requested. */
  readonly others: readonly Uint8Array[];
}

/** Prints decks and returns their PDFs in memory, in deck order. */
export async function printAll(
  options: PrintOptions,
): Promise<AuditResult & { readonly printed: readonly PrintedPdf[] }> {
  const pdfs = new Map<string, PrintedPdf>();
  const result = await printDecks({
    shellFolder: KEPT_SHELL,
    ...options,
    onPrinted: ({ slug, products: [product, ...others] }) => {
      const [file] = product?.files ?? [];
      if (product && file)
        pdfs.set(slug, { slug, pdf: file.bytes, pages: product.pages, others: others.flatMap(bytesOf) });
    },
  });
  return { ...result, printed: options.decks.flatMap(({ slug }) => pdfs.get(slug) ?? []) };
}

function bytesOf({ files: [file] }: { readonly files: readonly { readonly bytes: Uint8Array }[] }) {
  return file ? [file.bytes] : [];
}
