import { setFormula } from '../../content/summary/formula.ts';
import { type ImageRef, type Inline, isPictureAlone, plainText } from '../../content/summary/markup.ts';
import { WIDEST_CHARACTER } from './canvas.ts';
import { breakLines, ROUNDING, textLines, widestWord } from './lines.ts';
import { glyphsWidth, type TextType } from './measure-text.ts';
import type { Page } from './page.ts';

/** Maximum height of a picture between paragraphs in the theme, and height of a line below it. */
const PICTURE = { height: 240, caption: 28 } as const;

/** Height of running text in pixels. @param width of the line, in pixels */
export function textHeight(inlines: readonly Inline[], type: TextType, width: number, page: Page): number {
  return (
    countTextLines(inlines, type, width, page) * type.lineHeight +
    picturesHeight(inlines) +
    formulasHeight(inlines, type)
  );
}

/** Number of lines of running text, at least one. @param width of the line, in pixels */
export function countTextLines(
  inlines: readonly Inline[],
  type: TextType,
  width: number,
  page: Page,
): number {
  if (fitsForSure(inlines, type, width)) return 1;
  return textLines(inlines, type, page).reduce(
    (count, { glyphs, em }) => count + Math.max(1, breakLines(glyphs, (width * 1000) / em, ROUNDING)),
    0,
  );
}

/** On both sides of inline code, and of a mark, together, in em of the smallest type. */
const CODE_PADDING = 0.4;
const MARK_PADDING = 0.2;

/** CSS max-content and min-content in pixels: on one line, and broken wherever possible. */
export interface TextWidth {
  readonly most: number;
  readonly least: number;
}

export function textWidth(inlines: readonly Inline[], type: TextType, page: Page): TextWidth {
  const lines = textLines(inlines, type, page).map(({ glyphs, em }) => ({
    most: (glyphsWidth(glyphs) * em) / 1000,
    least: (widestWord(glyphs) * em) / 1000,
  }));
  return {
    most: lines.reduce((widest, { most }) => Math.max(widest, most), 0),
    least: lines.reduce((widest, { least }) => Math.max(widest, least), 0),
  };
}

/** The widest part of a text with unbroken Chinese words, such as names in a header, in pixels. */
export function widestName(inlines: readonly Inline[], type: TextType, page: Page): number {
  return textLines(inlines, type, page).reduce(
    (widest, { glyphs, em }) => Math.max(widest, (widestWord(glyphs, true) * em) / 1000),
    0,
  );
}

/** Extra space on both sides of a Latin character between Chinese ones. */
const SPACING = 0.25;
/** The bold W is the widest ASCII character. */
const WIDEST_ASCII = 1.05 + SPACING;
const WIDEST_OTHER = WIDEST_CHARACTER + SPACING;

/** Characters that are one em wide in every font: CJK, without signs that may be drawn as emoji. */
const [FIRST_WIDE, LAST_WIDE] = [0x3400, 0x9fff];

/** Upper bound for the width of a text on one line in em, to see without measuring that it fits. */
export function widestText(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x7f) width += WIDEST_ASCII;
    else width += code >= FIRST_WIDE && code <= LAST_WIDE ? 1 : WIDEST_OTHER;
  }
  return width;
}

/** Quick test without measuring; most points pass it. */
function fitsForSure(inlines: readonly Inline[], type: TextType, width: number): boolean {
  return widestInlines(inlines) * type.size < width;
}

/** Upper bound for the width of a run of text on one line in em; infinite if it takes several. */
export function widestInlines(inlines: readonly Inline[]): number {
  return inlines.reduce((width, inline) => width + widestInline(inline), 0);
}

function widestInline(inline: Inline): number {
  switch (inline.type) {
    case 'break':
      return Number.POSITIVE_INFINITY;
    case 'code':
      return CODE_PADDING + widestText(inline.text);
    case 'footnote':
      return 1;
    case 'marked':
      return MARK_PADDING + widestInlines(inline.children);
    default:
      return 'children' in inline ? widestInlines(inline.children) : widestText(plainText([inline]));
  }
}

/** Height of the middle of letters above the baseline, in em: half the difference of Inter's ascent and descent. */
const ABOVE_MIDDLE = 0.36;

/** Extra height of formulas beyond their lines, as if each were on its own line, in pixels. */
function formulasHeight(inlines: readonly Inline[], type: TextType): number {
  const middle = type.lineHeight / 2;
  const rise = ABOVE_MIDDLE * type.size;
  return inlines.reduce((height, inline) => {
    if ('children' in inline) return height + formulasHeight(inline.children, type);
    const formula = inline.type === 'formula' ? setFormula(inline.tex, false) : null;
    if (!formula || 'problem' in formula) return height;
    const above = Math.max(0, formula.above * type.size - middle - rise);
    const below = Math.max(0, formula.below * type.size - middle + rise);
    return height + above + below;
  }, 0);
}

/** Height of pictures that are alone, in pixels; one in a line of text is as high as the line. */
function picturesHeight(inlines: readonly Inline[]): number {
  return inlines.reduce((height, inline) => {
    if (inline.type === 'image') return height + (isPictureAlone(inlines) ? heightOf(inline.image) : 0);
    return 'children' in inline ? height + picturesHeight(inline.children) : height;
  }, 0);
}

function heightOf({ caption }: ImageRef): number {
  return PICTURE.height + (caption === undefined ? 0 : PICTURE.caption);
}
