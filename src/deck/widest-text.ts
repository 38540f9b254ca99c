import { WIDEST_CHARACTER } from './typeset/canvas.ts';

/** Next to a Chinese character a Latin one may be set off, on both sides. */
const SPACING = 0.25;
/** Of ASCII the bold W is the widest. */
const WIDEST_ASCII = 1.05 + SPACING;
const WIDEST_OTHER = WIDEST_CHARACTER + SPACING;

/** Characters that are one em wide, in whichever font: CJK, without signs that may be drawn as emoji. */
const [FIRST_WIDE, LAST_WIDE] = [0x3400, 0x9fff];

/** No text is wider on one line, in em: to see without measuring that it fits. */
export function widestText(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x7f) width += WIDEST_ASCII;
    else width += code >= FIRST_WIDE && code <= LAST_WIDE ? 1 : WIDEST_OTHER;
  }
  return width;
}
