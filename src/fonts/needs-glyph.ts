/**
 * What shows nothing by itself: line ends, joiners, variation selectors, marks of format. U+115F and the like
 * count as such in Unicode, but are drawn.
 */
const UNDRAWN = /[\t\n\r\u2028\u2029]|(?![\u115f\u1160\u3164\uffa0])\p{Default_Ignorable_Code_Point}/u;

/** Whether a character (code point) has to be drawn. */
export function needsGlyph(char: string): boolean {
  return !UNDRAWN.test(char);
}
