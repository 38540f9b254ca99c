import { drawnDiagrams } from '../draw-diagrams.ts';
import type { PrintedFile, Product, SlideProblem } from '../types.ts';
import type { BundleFile } from '../visit/bundle-folder.ts';
import type { ShownDeck } from '../visit/visit-batch.ts';
import { printPage } from './pdf.ts';
import { takeSlides } from './png.ts';
import { writePptx } from './pptx.ts';
import { productPath } from './product-path.ts';
import { printHandout, printNotes } from './sheets.ts';

export interface ProductOfDeck {
  readonly files: readonly PrintedFile[];
  /** Pages of the PDF, or slides. */
  readonly pages: number;
  readonly wrong: readonly SlideProblem[];
}

/**
 * Makes one product from the deck on the page, and leaves the page unchanged.
 * @param bundleFile makes a single file of decks
 */
export async function printProduct(
  visited: ShownDeck,
  product: Product,
  bundleFile: BundleFile,
): Promise<ProductOfDeck> {
  const { page, deck, span, bundle } = visited;
  const path = productPath(product, deck.slug);
  switch (product.kind) {
    case 'pdf': {
      const { pdf, pages, wrong } = await printPage(visited, product.clicks);
      return { files: [{ path, bytes: pdf }], pages, wrong };
    }
    case 'handout': {
      const { pdf, pages } = await printHandout(page, deck, span, bundle, product.perPage);
      return { files: [{ path, bytes: pdf }], pages, wrong: [] };
    }
    case 'notes': {
      const { pdf, pages } = await printNotes(page, deck, span, bundle);
      return { files: [{ path, bytes: pdf }], pages, wrong: [] };
    }
    case 'png': {
      const files: PrintedFile[] = [];
      for await (const { slide, png } of takeSlides(page, span, product.scale)) {
        files.push({ path: productPath(product, deck.slug, slide, span.count), bytes: png });
      }
      return { files, pages: files.length, wrong: [] };
    }
    case 'pptx': {
      const { pptx, wrong } = await writePptx(visited);
      return { files: [{ path, bytes: pptx }], pages: span.count, wrong };
    }
    case 'html': {
      const bytes = await bundleFile([deck], await page.evaluate(drawnDiagrams));
      return { files: [{ path, bytes }], pages: span.count, wrong: [] };
    }
  }
}
