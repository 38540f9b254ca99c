import type { TextStyle } from './measure-text.ts';
import { DIGIT, HYPHEN } from './typeset/classes.ts';
import { type Glyphs, readGlyphs } from './typeset/measure-text.ts';

/** A figure of Inter's where all are as wide (`tabular-nums`), and a hyphen among them, in 1/1000 em. */
const TABULAR = 648;

/** The glyphs of one paragraph in one style. */
export function styleGlyphs(text: string, { bold, mono, tabular, italic, own, chinese }: TextStyle): Glyphs {
  // Of Inter's letters only this one is wider when slanted: as wide as a d.
  const shown = italic && !chinese && !own ? text.replaceAll(/[aà-å]/g, 'd') : text;
  const glyphs = readGlyphs(shown, bold, mono, own, chinese);
  if (!tabular || own) return glyphs;
  for (let at = 0; at < glyphs.count; at += 1) {
    if ((glyphs.classes[at] ?? 0) & (DIGIT | HYPHEN)) glyphs.advances[at] = TABULAR;
  }
  return glyphs;
}
