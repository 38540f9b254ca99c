/** A font, as far as measuring text and looking for glyphs need it. */
export interface Font {
  readonly name: string;
  /** How far a character's glyph advances, in 1/1000 em; 0 without a glyph. */
  advance(codePoint: number): number;
}
