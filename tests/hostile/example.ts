/** A piece of Markdown from a specification, or as one has it. */
export interface Example {
  /** Unique. */
  readonly name: string;
  readonly section: string;
  readonly markdown: string;
  /** What a reader sees of it, without blanks. */
  readonly shown: string;
}
