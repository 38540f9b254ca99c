import { readGlyphs } from './measure-glyphs.ts';
import { spacingBetween, startTrim } from './measure-spacing.ts';

export interface TextStyle {
  /** In pixels. */
  readonly size: number;
  readonly bold: boolean;
  /** As in code: JetBrains Mono, spaces kept, none added next to Chinese. */
  readonly mono: boolean;
}

/**
 * About how wide `text` is on one line, in pixels, from the advances of the built-in theme's fonts; kerning
 * is left out. Characters without a table count one em, emoji 1.3.
 */
export function measureText(text: string, { size, bold, mono }: TextStyle): number {
  const { count, advances, classes } = readGlyphs(text, bold, mono);
  let width = 0 - startTrim(classes[0] ?? 0);
  let before = 0;
  for (let at = 0; at < count; at += 1) {
    const kind = classes[at] ?? 0;
    width += (advances[at] ?? 0) + spacingBetween(before, kind);
    before = kind;
  }
  return (width * size) / 1000;
}
