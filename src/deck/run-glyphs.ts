import { styleGlyphs } from './style-glyphs.ts';
import type { Run } from './text-runs.ts';
import { SPACE } from './typeset/classes.ts';

/** As measure-text.ts has them, of one style or of several. */
export interface LineGlyphs {
  readonly count: number;
  /** In 1/1000 em. */
  readonly advances: ArrayLike<number>;
  /** Flags of classes.ts. */
  readonly classes: ArrayLike<number>;
}

/** The glyphs of one line's runs, in 1/1000 em of the first run's size. */
export function runGlyphs(runs: readonly Run[]): LineGlyphs {
  const [first, ...others] = runs;
  if (!first) return { count: 0, advances: [], classes: [] };
  if (others.length === 0 && first.padding === 0) return styleGlyphs(first.text, first.style);
  const parts = runs.map(({ text, style, padding }) => ({
    glyphs: styleGlyphs(text, style),
    scale: style.size / first.style.size,
    padding: (padding * 1000) / first.style.size,
  }));
  const length = parts.reduce((sum, part) => sum + part.glyphs.count, 0);
  const advances = new Float32Array(length);
  const classes = new Uint16Array(length);
  let count = 0;
  for (const { glyphs: part, scale, padding } of parts) {
    for (let at = 0; at < part.count; at += 1) {
      const kind = part.classes[at] ?? 0;
      // The blanks at both sides of a border between two runs count as one.
      if (at === 0 && kind & SPACE && (classes[count - 1] ?? 0) & SPACE) continue;
      const ends = (at === 0 ? 1 : 0) + (at === part.count - 1 ? 1 : 0);
      advances[count] = (part.advances[at] ?? 0) * scale + ends * padding;
      classes[count] = kind;
      count += 1;
    }
  }
  return { count, advances, classes };
}
