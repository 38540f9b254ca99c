import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pageOf } from './read-pdf.ts';

interface LinkAnnotation {
  readonly subtype: string;
  readonly dest?: string | readonly unknown[];
  readonly unsafeUrl?: string;
}

/** Resolves every link of every page: to a 1-based page number, an address as written, or null for no target. */
export async function readLinks(
  pdf: PDFDocumentProxy,
): Promise<readonly (readonly (number | string | null)[])[]> {
  const pages: (number | string | null)[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const annotations = (await page.getAnnotations()) as LinkAnnotation[];
    const links = annotations.filter(({ subtype }) => subtype === 'Link');
    pages.push(
      await Promise.all(links.map(async ({ dest, unsafeUrl }) => unsafeUrl ?? pageOf(pdf, dest ?? null))),
    );
  }
  return pages;
}
