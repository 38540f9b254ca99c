import { familyOf } from '../base/fonts/families.ts';
import type { FamilyName } from '../base/fonts/tables.ts';
import type { Font } from '../fonts/font.ts';
import { stackOf } from '../fonts/stacks.ts';
import { classesOf, IDEOGRAPH, JOINED } from './typeset/classes.ts';

/** Which font sets the characters that more than one font has. */
export interface Face {
  readonly bold: boolean;
  /** As code: JetBrains Mono. */
  readonly mono: boolean;
  /** Quotes, dashes and dots come from the Chinese font, most of them one em wide. */
  readonly chinese: boolean;
  /** The organiser's font, which is asked before the theme's. */
  readonly own: Font | null;
}

const EM = 1000;
/** UnoCSS's reset sets `tab-size: 4`. */
const TAB_SIZE = 4;
/** Noto Emoji, every glyph. */
export const EMOJI = 1270;
/** Without a glyph: no less than what the box in its place takes. */
const UNKNOWN = EM;

/** Two letters make one flag. */
const FLAG_LETTER = EMOJI / 2;
const FLAG_LETTERS = /\p{Regional_Indicator}/u;

const CODE = stackOf('und', true);
const CHINESE = stackOf('zh', false);
const OTHER = stackOf('und', false);

/** The advance of one character (code point), in 1/1000 em. */
export function advanceOf(char: string, face: Face): number {
  const classes = classesOf(char);
  if (classes & JOINED || char === '\u200b') return 0;
  if (char === '\t') return (face.mono ? TAB_SIZE : 1) * advanceOf(' ', face);
  if (char === '\n' || char === '\r') return advanceOf(' ', face);
  const own = face.own?.advance(char.codePointAt(0) ?? 0) ?? 0;
  if (own > 0) return own;
  if (FLAG_LETTERS.test(char)) return FLAG_LETTER;
  if (classes & IDEOGRAPH) return EM;
  const stack = face.mono ? CODE : face.chinese ? CHINESE : OTHER;
  // A browser makes some letters of their parts.
  return (
    tableAdvance(stack, char, face.bold) ?? tableAdvance(stack, char.normalize('NFD'), face.bold) ?? UNKNOWN
  );
}

function tableAdvance(stack: readonly FamilyName[], char: string, bold: boolean): number | null {
  const codePoint = char.codePointAt(0) ?? 0;
  const family = stack.map(familyOf).find((each) => each.has(codePoint));
  return family?.advance(codePoint, bold) ?? null;
}
