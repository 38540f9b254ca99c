/** A piece of Markdown from a specification, or in the style of one. */
export interface Example {
  /** Unique. */
  readonly name: string;
  readonly section: string;
  readonly markdown: string;
  /** What a reader sees of it, without whitespace. */
  readonly shown: string;
}
