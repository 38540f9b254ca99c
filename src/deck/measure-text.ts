import type { Font } from '../fonts/font.ts';
import { spacingBetween, startTrim } from './measure-spacing.ts';
import type { LineGlyphs } from './run-glyphs.ts';
import { styleGlyphs } from './style-glyphs.ts';

export interface TextStyle {
  /** In pixels. */
  readonly size: number;
  readonly bold: boolean;
  /** As in code: JetBrains Mono, spaces kept, none added next to Chinese. */
  readonly mono: boolean;
  /** Figures of one width. */
  readonly tabular?: boolean;
  /** Slanted where the language is not Chinese. */
  readonly italic?: boolean;
  /** The organiser's font, which comes before the theme's. */
  readonly own?: Font | null;
  /** Whether quotes, dashes and dots come from the Chinese font; where it is not said, as the text has Chinese. */
  readonly chinese?: boolean;
}

/**
 * About how wide `text` is on one line, in pixels, from the advances of the fonts that are shown; kerning
 * is left out. Characters without a table count one em, emoji 1.3.
 */
export function measureText(text: string, style: TextStyle): number {
  return (glyphsWidth(styleGlyphs(text, style)) * style.size) / 1000;
}

/** On one line, in the unit of the advances. */
export function glyphsWidth({ count, advances, classes }: LineGlyphs): number {
  let width = 0 - startTrim(classes[0] ?? 0);
  let before = 0;
  for (let at = 0; at < count; at += 1) {
    const kind = classes[at] ?? 0;
    width += (advances[at] ?? 0) + spacingBetween(before, kind);
    before = kind;
  }
  return width;
}
