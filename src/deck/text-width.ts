import type { Inline } from '../content/inline.ts';
import { glyphsWidth } from './measure-text.ts';
import { textLines } from './text-lines.ts';
import type { TextType } from './text-runs.ts';
import { widestWord } from './typeset/lines.ts';
import type { Page } from './typeset/page.ts';

/** What CSS calls max-content and min-content, in pixels: all on one line, and broken wherever it may be. */
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
