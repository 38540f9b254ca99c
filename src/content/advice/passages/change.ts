/** Units of a passage that should be otherwise; none where something goes in between. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly right: string;
}
