/** What a page of `talkdeck explain` says in another language; its examples are the same in all. */
export interface PageWords {
  readonly title: string;
  /** Markdown. */
  readonly meaning: string;
}

export type PageTable<Findings> = Readonly<Record<keyof Findings, PageWords>>;
