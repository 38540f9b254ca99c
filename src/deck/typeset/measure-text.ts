import type { Font } from '../../fonts/font.ts';
import { advanceOf, EMOJI, type Face } from '../measure-advance.ts';
import { CLOSING, classesOf, JOINED, OPENING, SPACE, SPACED, STOP } from './classes.ts';

/** A text's visible characters, each with what is joined to it: marks, variants, the rest of an emoji. */
export interface Glyphs {
  readonly count: number;
  /** In 1/1000 em. */
  readonly advances: Uint16Array;
  /** Flags of classes.ts. */
  readonly classes: Uint16Array;
}

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** In code no space is added or taken away. */
const UNSPACED_IN_CODE = OPENING | CLOSING | SPACED;
const ZERO_WIDTH_JOINER = 0x200d;
/** Makes an emoji of a digit. */
const KEYCAP = 0x20e3;

/**
 * The glyphs of one paragraph. Other than in code, spaces in a row count as one.
 * @param own the organiser's font, which comes before the theme's
 * @param chinese whether quotes, dashes and dots come from the Chinese font
 */
export function readGlyphs(
  text: string,
  bold: boolean,
  mono: boolean,
  own: Font | null = null,
  chinese: boolean = CHINESE.test(text),
): Glyphs {
  const table = tableOf(own, bold && !mono, mono, chinese && !mono);
  const advances = new Uint16Array(text.length);
  const classes = new Uint16Array(text.length);
  let count = 0;
  let isJoined = false;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at += 1;
    const entry = table.get(codePoint);
    const kind = entry & 0xffff;
    const isRepeatedSpace = kind === SPACE && !mono && classes[count - 1] === SPACE;
    if (!isRepeatedSpace && !(count > 0 && (isJoined || kind & JOINED))) {
      advances[count] = entry >>> 16;
      classes[count] = kind;
      count += 1;
    } else if (codePoint === KEYCAP) {
      advances[count - 1] = EMOJI;
    }
    isJoined = codePoint === ZERO_WIDTH_JOINER;
  }
  return { count, advances, classes };
}

/** Of one font of the organiser's own, or of none, by the flags of the face. */
type Tables = (GlyphTable | undefined)[];

const themeTables: Tables = [];
const ownTables = new WeakMap<Font, Tables>();

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

/** Advance (upper 16 bits) and classes (lower 16) of the characters met so far. */
class GlyphTable {
  private readonly face: Face;
  /** 0 for those that have not been met. */
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

/** The Chinese font's quotes have space in one half, as brackets do. */
const WIDE_QUOTES: Readonly<Record<string, number>> = {
  '“': OPENING,
  '‘': OPENING,
  '”': CLOSING | STOP,
  '’': CLOSING | STOP,
};
