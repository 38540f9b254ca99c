/** Lines of a file, 1-based, both ends included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** A place in a source file; line and column are 1-based, `length` counts UTF-16 units on that line. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}
