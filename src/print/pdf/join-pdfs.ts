import { type PDFArray, PDFDocument, PDFName } from 'pdf-lib';
import { joinLinks } from '../../pdf/join-links.ts';
import { makeNameTree } from '../../pdf/make-name-tree.ts';
import { readLabels } from '../../pdf/read-labels.ts';
import { savePdf } from '../../pdf/save-pdf.ts';
import { shareResources } from '../../pdf/share-resources.ts';
import { type CopiedPart, copyPart } from './copy-part.ts';
import { writeFacts } from './facts.ts';
import { joinTags } from './join-tags.ts';
import { loadPdf } from './objects.ts';
import { readOutline } from './pdf-outline.ts';
import type { PageLabels, PdfFacts, PdfOutlineEntry } from './pdf-types.ts';

/** A finished PDF that becomes a part of a whole. */
export interface PdfPart {
  /** Name of its file, which links of other parts lead to, such as `qa.pdf`. No two parts have the same. */
  readonly file: string;
  readonly pdf: Uint8Array;
  /** Stands before the labels of its pages, such as `2-`. */
  readonly prefix: string;
  /** What the outline calls it. */
  readonly title: string;
}

export interface JoinedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Makes one PDF of several: their pages, tags, outlines and links, where what led from one file to another leads to
 * the page. A part's named place `slide-3` is called `qa/slide-3`. The same parts give the same bytes.
 *
 * @throws RangeError when two parts have one file name
 */
export async function joinPdfs(
  parts: readonly PdfPart[],
  facts: Omit<PdfFacts, 'outline' | 'labels'>,
): Promise<JoinedPdf> {
  if (new Set(parts.map(({ file }) => file)).size < parts.length)
    throw new RangeError('two parts have one file name');
  const whole = await PDFDocument.create({ updateMetadata: false });
  const { context } = whole;
  const copied: (CopiedPart & PdfPart)[] = [];
  const outline: PdfOutlineEntry[] = [];
  const labels: PageLabels[] = [];
  for (const part of parts) {
    const pdf = await loadPdf(part.pdf);
    const first = copied.reduce((sum, { pages }) => sum + pages.length, 0);
    outline.push({ title: part.title, page: first, children: moved(readOutline(pdf), first) });
    for (const { from, prefix, style } of readLabels(pdf))
      labels.push({ from: first + from, prefix: part.prefix + prefix, style });
    copied.push({ ...part, ...copyPart(whole, pdf) });
  }
  joinTags(whole, copied, facts.lang);
  joinLinks(context, copied);
  shareResources(context, whole.getPages());
  const names = makeNameTree(context, allDestinations(copied));
  whole.catalog.set(PDFName.of('Names'), context.obj({ Dests: names }));
  writeFacts(whole, { ...facts, outline, labels });
  return { pdf: await savePdf(whole), pages: whole.getPageCount() };
}

function moved(entries: readonly PdfOutlineEntry[], by: number): readonly PdfOutlineEntry[] {
  return entries.map(({ title, page, children }) => ({
    title,
    page: page + by,
    children: moved(children, by),
  }));
}

function allDestinations(parts: readonly (CopiedPart & PdfPart)[]): ReadonlyMap<string, PDFArray> {
  return new Map(
    parts.flatMap(({ file, destinations }) =>
      [...destinations].map(([name, place]) => [`${file.replace(/\.pdf$/, '')}/${name}`, place] as const),
    ),
  );
}
