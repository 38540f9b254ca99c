import { advanceOf, type Face } from './measure-advance.ts';
import { CLOSING, classesOf, JOINED, OPENING, SPACE, SPACED } from './measure-classes.ts';

/** A text's visible characters, each with what is joined to it: marks, variants, the rest of an emoji. */
export interface Glyphs {
  readonly count: number;
  /** In 1/1000 em. */
  readonly advances: Uint16Array;
  /** Flags of measure-classes.ts. */
  readonly classes: Uint16Array;
}

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** In code no space is added or taken away. */
const UNSPACED_IN_CODE = OPENING | CLOSING | SPACED;
const ZERO_WIDTH_JOINER = 0x200d;

/** The glyphs of one paragraph. Other than in code, spaces in a row count as one. */
export function readGlyphs(text: string, bold: boolean, mono: boolean): Glyphs {
  const table = tableOf({ bold: bold && !mono, mono, chinese: !mono && CHINESE.test(text) });
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
    }
    isJoined = codePoint === ZERO_WIDTH_JOINER;
  }
  return { count, advances, classes };
}

const tables = new Map<string, GlyphTable>();

function tableOf(face: Face): GlyphTable {
  const key = JSON.stringify(face);
  const table = tables.get(key) ?? new GlyphTable(face);
  tables.set(key, table);
  return table;
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
  '”': CLOSING,
  '’': CLOSING,
};
