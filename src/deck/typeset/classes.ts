/** What a character does to the line it stands on; the flags combine. */
export const WIDE = 1;
export const SPACE = 2;
export const NO_BREAK_BEFORE = 4;
export const NO_BREAK_AFTER = 8;
export const BREAK_AFTER = 16;
export const HYPHEN = 32;
export const DIGIT = 64;
/** Or a digit, but none that is wide. */
export const LETTER = 128;
/** Chinese characters and kana. */
export const IDEOGRAPH = 256;
/** Full-width brackets, quotes and stops: half of them is space. */
export const OPENING = 512;
export const CLOSING = 1024;
/** Belongs to the character before it. */
export const JOINED = 2048;
/** Set off from ideographs by `text-autospace`. */
export const SPACED = 4096;
/** A full-width stop or quote: among the closing marks those that keep their empty half where a line ends. */
export const STOP = 8192;

const WIDE_OPENING = '「『《〈【〔〖〘〝\uff08\uff3b\uff5b';
const WIDE_STOPS = '、。\uff0c\uff0e\uff1a\uff1b';
const WIDE_CLOSING = `」』》〉】〕〗〙〞〟\uff09\uff3d\uff5d${WIDE_STOPS}`;

/**
 * As Chromium 156 breaks lines with `line-break: strict` (its tables follow UAX #14), tried pair by pair;
 * pairs that text hardly has (`%(`, `—|`) are left out.
 */
const NO_BREAK_BEFORE_CHARACTERS =
  `!),./:;?]}|%'"·…—”’°‰℃\u00a0\u202f${WIDE_CLOSING}\uff01\uff02\uff05\uff1f` +
  'ー々・ヽヾゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ';
const NO_BREAK_AFTER_CHARACTERS = `([{$£€¥+\\'"“‘\u00a0\u202f${WIDE_OPENING}\uff04\uffe5\uffe1`;
const BREAK_AFTER_CHARACTERS = '?…—–';

const SPACES = ' \t\n\r\u2002\u2003\u2009\u200b';

/** East Asian Width W and F, without marks: each about one em wide. */
const WIDE_CHARACTER =
  /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** In Chromium 156, besides letters and digits. */
const SPACED_CHARACTERS = '!#%&,.:;?@\\§';
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const LETTERS = /[\p{L}\p{Nd}]/u;
/** Or a vowel or an end of a Korean syllable in parts. */
const JOINING = /[\p{Mn}\p{Me}\p{Cf}\p{Emoji_Modifier}\u1160-\u11ff]/u;

/** The flags of one character (code point). */
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

function when(condition: boolean, flag: number): number {
  return condition ? flag : 0;
}
