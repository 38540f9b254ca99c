import type { PdfOutlineEntry } from '../print/pdf/pdf-types.ts';

interface SlideEntry {
  readonly title: string;
  /** 0-based. */
  readonly slide: number;
  readonly children: readonly SlideEntry[];
}

/**
 * The outline of a deck in terms of its pages.
 * @param pageOf 0-based page on which each slide begins
 */
export function placeOutline(
  entries: readonly SlideEntry[],
  pageOf: readonly number[],
): readonly PdfOutlineEntry[] {
  return entries.map(({ title, slide, children }) => ({
    title,
    page: pageOf[slide] ?? 0,
    children: placeOutline(children, pageOf),
  }));
}
