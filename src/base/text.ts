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

/**
 * Characters that a reader does not see and that make a line read otherwise than it is: they turn its direction
 * (U+202E), end it (U+2028), part what reads as one word (U+200B), carry words of their own (tags). Those stay that
 * emoji and scripts are written with: joiners, variation selectors, the tags of a flag.
 */
const INVISIBLE =
  /(?!\u200C|\u200D|\p{Variation_Selector})(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)\p{Default_Ignorable_Code_Point}|[\u2028\u2029\uFFF9-\uFFFB]/gu;

/** @param by what is there in place of such a character, which has one or two UTF-16 units */
export function replaceInvisible(text: string, by: (character: string) => string): string {
  return text.replaceAll(INVISIBLE, by);
}

/**
 * Letters that were typed in parts, as macOS writes é and Korean syllables, as whole ones. Other characters stay, though
 * Unicode has a commoner one for some of them.
 */
export function composed(text: string): string {
  return text.replaceAll(/[^\p{M}]\p{M}+|[\u1100-\u11ff]+/gu, (parts) => parts.normalize('NFC'));
}

const ENGLISH = new Intl.PluralRules('en');

/** `1 file`, `2 files`, `1,200 files`. @param many where it is not the word with an s */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${plural(count, one, many)}`;
}

/** The word for so many. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return ENGLISH.select(count) === 'one' ? one : many;
}
