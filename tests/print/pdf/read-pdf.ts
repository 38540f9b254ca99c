import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadEntry {
  readonly title: string;
  /** 1-based; null if it has no target. */
  readonly page: number | null;
  /** Whether its children show initially. */
  readonly open: boolean;
  readonly children: readonly ReadEntry[];
}

/** Reads a PDF with pdf.js, which is independent of the library that writes it. */
export async function readPdf<T>(bytes: Uint8Array, look: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    return await look(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The outline, as a reader shows it. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<readonly ReadEntry[]> {
  type Item = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
  const read = async (items: readonly Item[]): Promise<ReadEntry[]> => {
    const entries: ReadEntry[] = [];
    for (const { title, dest, count, items: below } of items) {
      const children = await read(below);
      entries.push({ title, page: await pageOf(pdf, dest), open: (count ?? 0) > 0, children });
    }
    return entries;
  };
  return read((await pdf.getOutline()) ?? []);
}

/** 1-based target page of a destination or of a named one. */
export async function pageOf(
  pdf: PDFDocumentProxy,
  destination: string | readonly unknown[] | null,
): Promise<number | null> {
  const place = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  const [ref] = place ?? [];
  if (typeof ref !== 'object' || ref === null || !('num' in ref)) return null;
  return (await pdf.getPageIndex(ref as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1;
}
