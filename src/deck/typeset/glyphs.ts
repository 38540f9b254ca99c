import { familyOf, stackOf } from '../../base/fonts/families.ts';
import type { Font } from '../../base/fonts/read-font.ts';
import type { FamilyName } from '../../base/fonts/tables.ts';
import {
  CLOSING,
  classesOf,
  DIGIT,
  HYPHEN,
  IDEOGRAPH,
  JOINED,
  KEPT,
  OPENING,
  SPACE,
  SPACED,
  STOP,
} from './classes.ts';

/**
 * A text's visible characters, each combined with those attached to it: combining marks, variation selectors, the rest
 * of an emoji.
 */
export interface Glyphs {
  readonly count: number;
  /** In 1/1000 em. */
  readonly advances: Uint16Array;
  /** Flags of classes.ts. */
  readonly classes: Uint16Array;
}

export interface TextStyle {
  /** In pixels. */
  readonly size: number;
  readonly bold: boolean;
  /** As in code: JetBrains Mono, with spaces preserved and none added next to Chinese. */
  readonly mono: boolean;
  /** Digits of equal width. */
  readonly tabular?: boolean;
  /** Slanted, unless the language is Chinese. */
  readonly italic?: boolean;
  /** Custom font, which takes precedence over the theme's. */
  readonly own?: Font | null;
  /** Whether quotes, dashes and dots come from the Chinese font; by default, if the text contains Chinese. */
  readonly chinese?: boolean;
}

/** Width of a digit and a hyphen in Inter with `tabular-nums`, in 1/1000 em. */
const TABULAR = 648;

/**
 * The glyphs of one paragraph in one style.
 * @param ends where lines may break in Chinese text, ascending; by default after any character
 */
export function styleGlyphs(
  text: string,
  { bold, mono, tabular, italic, own, chinese }: TextStyle,
  ends?: readonly number[],
): Glyphs {
  // The only letter of Inter that is wider when slanted: as wide as a d.
  const shown = italic && !chinese && !own ? text.replaceAll(/[aà-å]/g, 'd') : text;
  const glyphs = readGlyphs(shown, bold, mono, own, chinese, ends);
  if (!tabular || own) return glyphs;
  for (let at = 0; at < glyphs.count; at += 1) {
    if ((glyphs.classes[at] ?? 0) & (DIGIT | HYPHEN)) glyphs.advances[at] = TABULAR;
  }
  return glyphs;
}

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Code has no spacing added or removed. */
const UNSPACED_IN_CODE = OPENING | CLOSING | SPACED;
const ZERO_WIDTH_JOINER = 0x200d;
/** Combines with a digit to form an emoji. */
const KEYCAP = 0x20e3;

/**
 * The glyphs of one paragraph. Except in code, consecutive spaces are collapsed.
 * @param own custom font, which takes precedence over the theme's
 * @param chinese whether quotes, dashes and dots come from the Chinese font
 * @param ends as in `styleGlyphs`
 */
function readGlyphs(
  text: string,
  bold: boolean,
  mono: boolean,
  own: Font | null = null,
  chinese: boolean = CHINESE.test(text),
  ends?: readonly number[],
): Glyphs {
  const table = tableOf(own, bold && !mono, mono, chinese && !mono);
  const advances = new Uint16Array(text.length);
  const classes = new Uint16Array(text.length);
  let count = 0;
  let isJoined = false;
  /** Index of the next break position. */
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isKept = ends !== undefined && ends[next] !== at;
    if (!isKept) next += 1;
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    const entry = table.get(codePoint);
    const kind = entry & 0xffff;
    const isRepeatedSpace = kind === SPACE && !mono && ((classes[count - 1] ?? 0) & SPACE) !== 0;
    if (!isRepeatedSpace && !(count > 0 && (isJoined || kind & JOINED))) {
      advances[count] = entry >>> 16;
      classes[count] = isKept ? kind | KEPT : kind;
      count += 1;
    } else if (codePoint === KEYCAP) {
      advances[count - 1] = EMOJI;
    }
    isJoined = codePoint === ZERO_WIDTH_JOINER;
  }
  return { count, advances, classes };
}

function tableOf(own: Font | null, bold: boolean, mono: boolean, chinese: boolean): GlyphTable {
  let tables = own ? ownTables.get(own) : themeTables;
  if (!tables) {
    tables = [];
    if (own) ownTables.set(own, tables);
  }
  const index = (bold ? 1 : 0) | (mono ? 2 : 0) | (chinese ? 4 : 0);
  tables[index] ??= new GlyphTable({ own, bold, mono, chinese });
  return tables[index];
}

/** Determines the font of characters that several fonts have. */
interface Face {
  readonly bold: boolean;
  /** Code: JetBrains Mono. */
  readonly mono: boolean;
  /** Quotes, dashes and dots come from the Chinese font, where most are one em wide. */
  readonly chinese: boolean;
  /** Custom font, which takes precedence over the theme's. */
  readonly own: Font | null;
}

const EM = 1000;
/** UnoCSS's reset sets `tab-size: 4`. */
const TAB_SIZE = 4;
/** Every glyph of Noto Emoji. */
const EMOJI = 1270;
/** A missing glyph, at least as wide as the box shown instead. */
const UNKNOWN = EM;

/** Two letters make one flag. */
const FLAG_LETTER = EMOJI / 2;
const FLAG_LETTERS = /\p{Regional_Indicator}/u;

const CODE = stackOf('und', true);
const CHINESE_STACK = stackOf('zh', false);
const OTHER = stackOf('und', false);

/** Advance of one character (code point), in 1/1000 em. */
function advanceOf(char: string, face: Face): number {
  const classes = classesOf(char);
  if (classes & JOINED || char === '\u200b') return 0;
  if (char === '\t') return (face.mono ? TAB_SIZE : 1) * advanceOf(' ', face);
  if (char === '\n' || char === '\r') return advanceOf(' ', face);
  const own = face.own?.advance(char.codePointAt(0) ?? 0) ?? 0;
  if (own > 0) return own;
  if (FLAG_LETTERS.test(char)) return FLAG_LETTER;
  if (classes & IDEOGRAPH) return EM;
  const stack = face.mono ? CODE : face.chinese ? CHINESE_STACK : OTHER;
  // Browsers compose some letters from parts.
  return (
    tableAdvance(stack, char, face.bold) ?? tableAdvance(stack, char.normalize('NFD'), face.bold) ?? UNKNOWN
  );
}

function tableAdvance(stack: readonly FamilyName[], char: string, bold: boolean): number | null {
  const codePoint = char.codePointAt(0) ?? 0;
  const family = stack.map(familyOf).find((each) => each.has(codePoint));
  return family?.advance(codePoint, bold) ?? null;
}

/** Tables of one custom font, or of the theme's fonts, by flags of the face. */
type Tables = (GlyphTable | undefined)[];

const themeTables: Tables = [];
const ownTables = new WeakMap<Font, Tables>();

/** Advance (upper 16 bits) and classes (lower 16) of each character, filled on demand. */
class GlyphTable {
  private readonly face: Face;
  /** 0 if not filled yet. */
  private readonly basic = new Uint32Array(0x10000);
  private readonly further = new Map<number, number>();

  constructor(face: Face) {
    this.face = face;
  }

  get(codePoint: number): number {
    const known = codePoint > 0xffff ? this.further.get(codePoint) : this.basic[codePoint];
    if (known) return known;
    const entry = this.read(String.fromCodePoint(codePoint));
    if (codePoint > 0xffff) this.further.set(codePoint, entry);
    else this.basic[codePoint] = entry;
    return entry;
  }

  private read(char: string): number {
    const { chinese, mono } = this.face;
    const classes = classesOf(char) | (chinese ? (WIDE_QUOTES[char] ?? 0) : 0);
    return ((advanceOf(char, this.face) << 16) | (mono ? classes & ~UNSPACED_IN_CODE : classes)) >>> 0;
  }
}

/** Quotes of the Chinese font have an empty half, like brackets. */
const WIDE_QUOTES: Readonly<Record<string, number>> = {
  '“': OPENING,
  '‘': OPENING,
  '”': CLOSING | STOP,
  '’': CLOSING | STOP,
};
