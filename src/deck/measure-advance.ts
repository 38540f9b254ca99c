import { type AdvanceRange, CHINESE_PUNCTUATION, INTER_BOLD, INTER_REGULAR } from './advances.ts';
import { classesOf, JOINED, WIDE } from './measure-classes.ts';

/** Which font sets the characters that more than one font has. */
export interface Face {
  readonly bold: boolean;
  /** JetBrains Mono. */
  readonly mono: boolean;
  /** Quotes, dashes and dots come from the Chinese font, most of them one em wide. */
  readonly chinese: boolean;
}

const EM = 1000;
/** JetBrains Mono, every glyph. */
const MONO = 600;
/** UnoCSS's reset sets `tab-size: 4`. */
const TAB = 4 * MONO;
/** Noto Color Emoji takes 1245, Segoe UI Emoji 1370. */
const EMOJI = 1300;
/** Of scripts and signs without a table: no less than what most fonts take. */
const UNKNOWN = EM;

/** Two letters make one flag. */
const FLAG_LETTER = EMOJI / 2;

const FLAG_LETTERS = /\p{Regional_Indicator}/u;
const EMOJI_CHARACTER = /\p{Emoji_Presentation}/u;

/** The advance of one character (code point), in 1/1000 em. */
export function advanceOf(char: string, face: Face): number {
  const classes = classesOf(char);
  if (classes & JOINED || char === '\u200b') return 0;
  if (char === '\t') return face.mono ? TAB : advanceOf(' ', face);
  if (char === '\n' || char === '\r') return advanceOf(' ', face);
  if (FLAG_LETTERS.test(char)) return FLAG_LETTER;
  if (EMOJI_CHARACTER.test(char)) return EMOJI;
  if (classes & WIDE) return EM;
  if (face.mono) return MONO;
  return tableAdvance(char, face) || tableAdvance(char.normalize('NFD'), face) || UNKNOWN;
}

/** 0 where no table has it. */
function tableAdvance(char: string, { bold, chinese }: Face): number {
  const codePoint = char.codePointAt(0) ?? 0;
  const shared = chinese ? lookUp(CHINESE_PUNCTUATION, codePoint) : 0;
  return shared || lookUp(bold ? INTER_BOLD : INTER_REGULAR, codePoint);
}

function lookUp(ranges: readonly AdvanceRange[], codePoint: number): number {
  for (const [first, advances] of ranges) {
    const offset = 2 * (codePoint - first);
    if (offset >= 0 && offset < advances.length) {
      return Number.parseInt(advances.slice(offset, offset + 2), 36);
    }
  }
  return 0;
}
