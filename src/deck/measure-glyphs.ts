import { advanceOf, type Face } from './measure-advance.ts';
import { classesOf, CLOSING, IDEOGRAPH, JOINED, LETTER, OPENING, SPACE } from './measure-classes.ts';

/** A text's visible characters, each with what is joined to it: marks, variants, the rest of an emoji. */
export interface Glyphs {
  readonly count: number;
  /** In 1/1000 em. */
  readonly advances: Uint16Array;
  /** Flags of measure-classes.ts. */
  readonly classes: Uint16Array;
}

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const ZERO_WIDTH_JOINER = 0x200d;
const REGIONAL_INDICATORS = [0x1f1e6, 0x1f1ff] as const;
const FLAG = 650;

const NARROW_QUOTES: Readonly<Record<string, number>> = {
  '“': OPENING,
  '‘': OPENING,
  '”': CLOSING,
  '’': CLOSING,
};

/** The glyphs of one paragraph. Other than in code, spaces in a row count as one. */
export function readGlyphs(text: string, bold: boolean, mono: boolean): Glyphs {
  const table = tableOf({ bold, mono, chinese: !mono && CHINESE.test(text) });
  const advances = new Uint16Array(text.length);
  const classes = new Uint16Array(text.length);
  let count = 0;
  let wasJoiner = false;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    let advance = table.advances[code] ?? UNREAD;
    let kind = table.classes[code] ?? 0;
    if (advance === UNREAD) {
      const codePoint = text.codePointAt(at) ?? code;
      if (codePoint !== code) at += 1;
      [advance, kind] = table.read(codePoint);
      code = codePoint;
    }
    const isRepeated = kind === SPACE && !mono && count > 0 && classes[count - 1] === SPACE;
    const isJoined = (kind & JOINED || wasJoiner) && count > 0;
    wasJoiner = code === ZERO_WIDTH_JOINER;
    if (isRepeated || isJoined) continue;
    advances[count] = advance;
    classes[count] = kind;
    count += 1;
  }
  return { count, advances, classes };
}
