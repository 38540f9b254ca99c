import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page. Lengths are in points, from the page's lower left corner. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
}

export interface PdfPageLook {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
  /** Colour at a point, as `#rrggbb`. */
  colorAt(x: number, y: number): string;
}

/** What a reader sees of each page of a PDF. */
export async function pdfLook(bytes: Uint8Array): Promise<readonly PdfPageLook[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: PdfPageLook[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await lookAt(pdf, await pdf.getPage(number)));
  await task.destroy();
  return pages;
}

type Drawing = Parameters<PDFPageProxy['render']>[0];

/** Canvas factory of pdf.js in Node. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: Drawing['canvas'];
    readonly context: NonNullable<Drawing['canvasContext']> & {
      getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
}

/** Renders a page at one pixel per point. */
async function lookAt(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<PdfPageLook> {
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const factory = pdf.canvasFactory as CanvasFactory;
  const { canvas, context } = factory.create(Math.round(width), Math.round(height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, size }];
  });
  const colorAt = (x: number, y: number) => {
    const { data } = context.getImageData(Math.round(x), Math.round(height - y), 1, 1);
    return `#${Buffer.from(data.slice(0, 3)).toString('hex')}`;
  };
  return { width, height, runs, colorAt };
}
