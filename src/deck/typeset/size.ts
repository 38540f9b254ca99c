import type { Inline } from '../../content/inline.ts';
import { plainText } from '../../content/inline.ts';
import { textLines } from '../text-lines.ts';
import type { TextType } from '../text-runs.ts';
import { widestText } from '../widest-text.ts';
import { breakLines, ROUNDING } from './lines.ts';
import type { Page } from './page.ts';

/** Of a picture in running text, which the theme keeps that low. */
const IMAGE_HEIGHT = 240;

/** Height of running text, in pixels. @param width of the line, in pixels */
export function textHeight(inlines: readonly Inline[], type: TextType, width: number, page: Page): number {
  return countTextLines(inlines, type, width, page) * type.lineHeight + IMAGE_HEIGHT * countImages(inlines);
}

/** How many lines running text takes, at least one. @param width of the line, in pixels */
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

/** Most points are short enough to see without measuring. */
function fitsForSure(inlines: readonly Inline[], type: TextType, width: number): boolean {
  let widest = 0;
  for (const inline of inlines) {
    if (inline.type === 'break') return false;
    if (inline.type === 'code') widest += CODE_PADDING;
    widest += widestText('text' in inline ? inline.text : plainText([inline]));
  }
  return widest * type.size < width;
}

/** At both sides of inline code, in em. */
const CODE_PADDING = 0.4;

function countImages(inlines: readonly Inline[]): number {
  return inlines.reduce((count, inline) => {
    if (inline.type === 'image') return count + 1;
    return 'children' in inline ? count + countImages(inline.children) : count;
  }, 0);
}
