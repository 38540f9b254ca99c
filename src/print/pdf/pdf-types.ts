/** An entry of a PDF's outline, also called bookmarks. */
export interface PdfOutlineEntry {
  readonly title: string;
  /** 0-based. */
  readonly page: number;
  readonly children: readonly PdfOutlineEntry[];
}

/** The labels of pages from `from` on, until the next range; the first range begins at page 0. */
export interface PageLabels {
  /** 0-based. */
  readonly from: number;
  /** Before the number, such as `2-`. */
  readonly prefix: string;
  readonly style: 'decimal' | 'roman';
}

/** A PDF's metadata. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47, such as `zh-CN`. */
  readonly lang: string;
  readonly outline: readonly PdfOutlineEntry[];
  readonly labels: readonly PageLabels[];
}
