/** Character classes for line breaking; the flags combine. */
export const WIDE = 1;
export const SPACE = 2;
export const NO_BREAK_BEFORE = 4;
export const NO_BREAK_AFTER = 8;
export const BREAK_AFTER = 16;
export const HYPHEN = 32;
export const DIGIT = 64;
/** Includes digits, but no wide characters. */
export const LETTER = 128;
/** Chinese characters and kana. */
export const IDEOGRAPH = 256;
/** Full-width brackets, quotes and stops, half of which is empty. */
export const OPENING = 512;
export const CLOSING = 1024;
/** Belongs to the preceding character. */
export const JOINED = 2048;
/** Separated from ideographs by `text-autospace`. */
export const SPACED = 4096;
/** Full-width stops and quotes: closing marks that keep their empty half at the end of a line. */
export const STOP = 8192;
/** A line may not break between a letter and this one: within a Chinese word. */
export const KEPT = 16384;

const WIDE_OPENING = '「『《〈【〔〖〘〝\uff08\uff3b\uff5b';
const WIDE_STOPS = '、。\uff0c\uff0e\uff1a\uff1b';
const WIDE_CLOSING = `」』》〉】〕〗〙〞〟\uff09\uff3d\uff5d${WIDE_STOPS}`;

/**
 * Line breaking of Chromium 156 with `line-break: strict` (its tables follow UAX #14), determined pair by pair; pairs
 * that hardly occur (`%(`, `—|`) are omitted.
 */
const NO_BREAK_BEFORE_CHARACTERS =
  `!),./:;?]}|%'"·…—”’°‰℃\u00a0\u202f${WIDE_CLOSING}\uff01\uff02\uff05\uff1f` +
  'ー々・ヽヾゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ';
const NO_BREAK_AFTER_CHARACTERS = `([{$£€¥+\\'"“‘\u00a0\u202f${WIDE_OPENING}\uff04\uffe5\uffe1`;
const BREAK_AFTER_CHARACTERS = '?…—–';

const SPACES = ' \t\n\r\u2002\u2003\u2009\u200b';

/** East Asian Width W and F, without combining marks: each about one em wide. */
const WIDE_CHARACTER =
  /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** In Chromium 156, in addition to letters and digits. */
const SPACED_CHARACTERS = '!#%&,.:;?@\\§';
export const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const LETTERS = /[\p{L}\p{Nd}]/u;
/** Includes vowels and finals of decomposed Korean syllables. */
const JOINING = /[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}\u1160-\u11ff]/u;

/** Flags of one character (code point). */
export function classesOf(char: string): number {
  if (SPACES.includes(char)) return SPACE;
  if (JOINING.test(char)) return JOINED;
  const isWide = WIDE_CHARACTER.test(char);
  const isLetter = !isWide && LETTERS.test(char);
  const isIdeograph = isWide && IDEOGRAPHS.test(char);
  return (
    when(isWide, WIDE) |
    when(NO_BREAK_BEFORE_CHARACTERS.includes(char), NO_BREAK_BEFORE) |
    when(NO_BREAK_AFTER_CHARACTERS.includes(char), NO_BREAK_AFTER) |
    when(BREAK_AFTER_CHARACTERS.includes(char), BREAK_AFTER) |
    when(char === '-', HYPHEN) |
    when(char >= '0' && char <= '9', DIGIT) |
    when(isIdeograph, IDEOGRAPH) |
    when(isLetter, LETTER) |
    when(isLetter || SPACED_CHARACTERS.includes(char), SPACED) |
    when(WIDE_OPENING.includes(char), OPENING) |
    when(WIDE_CLOSING.includes(char), CLOSING) |
    when(WIDE_STOPS.includes(char), STOP)
  );
}

/** Width of `text-autospace: normal`, in 1/1000 em. */
const AUTOSPACE = 125;

/** The empty half of a full-width bracket or stop, in 1/1000 em. */
const HALF = 500;

/**
 * Spacing between neighbours on a line by their classes, in 1/1000 em: positive between Chinese and Latin; negative
 * between two full-width marks, where `text-spacing-trim` removes an empty half.
 */
export function spacingBetween(before: number, after: number): number {
  if (before & IDEOGRAPH) return after & SPACED ? AUTOSPACE : 0;
  if (before & SPACED) return after & IDEOGRAPH ? AUTOSPACE : 0;
  if (before & CLOSING) return after & (CLOSING | OPENING) ? -HALF : 0;
  if (before & OPENING) return after & OPENING ? -HALF : 0;
  return 0;
}

/** Trimmed from the first glyph of a line, in 1/1000 em: `text-spacing-trim: trim-start`. */
export function startTrim(kind: number): number {
  return kind & OPENING ? HALF : 0;
}

/** Trimmed from the last glyph of a line if it would not fit otherwise, in 1/1000 em: brackets, not stops. */
export function endTrim(kind: number): number {
  return kind & CLOSING && !(kind & STOP) ? HALF : 0;
}

function when(condition: boolean, flag: number): number {
  return condition ? flag : 0;
}
