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
 * Characters invisible to readers that make a line read differently: they reverse its direction (U+202E), end it
 * (U+2028), split a word (U+200B) or carry hidden text (tags). Not those that emoji and scripts need: joiners,
 * variation selectors, the tags of a flag.
 */
const INVISIBLE =
  /(?!\u200C|\u200D|\p{Variation_Selector})(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)\p{Default_Ignorable_Code_Point}|[\u2028\u2029\uFFF9-\uFFFB]/gu;

/** @param by gives the replacement of each such character, which is one or two UTF-16 units */
export function replaceInvisible(text: string, by: (character: string) => string): string {
  return text.replaceAll(INVISIBLE, by);
}

/**
 * Composes letters typed as parts, as macOS writes é and Korean syllables. Other characters are not normalized, even if
 * Unicode prefers another form.
 */
export function composed(text: string): string {
  return text.replaceAll(/[^\p{M}]\p{M}+|[\u1100-\u11ff]+/gu, (parts) => parts.normalize('NFC'));
}

/**
 * Replaces whitespace, including line ends of block scalars and control characters from YAML escapes, with single
 * spaces.
 */
export function oneLine(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  // Names that macOS stores decomposed are composed, as typed anywhere else.
  return composed(line);
}

/** `1 file`, `2 files`, `1,200 files`. @param many if it is not just an appended s */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${plural(count, one, many)}`;
}

/** Singular or plural, by number. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/**
 * A whole number in groups of three digits, for English and Chinese messages. `toLocaleString` would load the tables of
 * all locales, 25 ms in a command that has nothing else to do.
 */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A file's text with the offsets of its lines. */
export interface LinedText {
  readonly text: string;
  /** Index 0 is line 1. */
  readonly starts: readonly number[];
}

export function linedText(text: string): LinedText {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** The position of `length` units from `offset`, within a line. */
export function spotAt({ starts }: LinedText, offset: number, length: number): Spot {
  let [first, last] = [0, starts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1, length };
}
