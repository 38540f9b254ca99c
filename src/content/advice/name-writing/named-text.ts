import type { PlacedPassage } from '../passages/placed-passage.ts';

/** A text in which names are looked for. */
export interface NamedText {
  readonly file: string;
  /** BCP 47. */
  readonly lang: string;
  readonly placed: PlacedPassage;
}
