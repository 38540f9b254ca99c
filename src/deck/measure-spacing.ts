import { CLOSING, IDEOGRAPH, OPENING, SPACED, STOP } from './typeset/classes.ts';

/** Of `text-autospace: normal`, in 1/1000 em. */
const AUTOSPACE = 125;

/** The empty half of a full-width bracket or stop, in 1/1000 em. */
const HALF = 500;

/**
 * What stands between two neighbours on a line, by their classes, in 1/1000 em: space between Chinese and
 * Latin; less than none between two full-width marks, as `text-spacing-trim` takes one empty half away.
 */
export function spacingBetween(before: number, after: number): number {
  if (before & IDEOGRAPH) return after & SPACED ? AUTOSPACE : 0;
  if (before & SPACED) return after & IDEOGRAPH ? AUTOSPACE : 0;
  if (before & CLOSING) return after & (CLOSING | OPENING) ? -HALF : 0;
  if (before & OPENING) return after & OPENING ? -HALF : 0;
  return 0;
}

/** What the first glyph of a line loses, in 1/1000 em: `text-spacing-trim: trim-start`. */
export function startTrim(kind: number): number {
  return kind & OPENING ? HALF : 0;
}

/** What the last glyph of a line may lose, in 1/1000 em, where it does not fit otherwise: a bracket, no stop. */
export function endTrim(kind: number): number {
  return kind & CLOSING && !(kind & STOP) ? HALF : 0;
}
