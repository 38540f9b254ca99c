import { hasGlyphs } from './has-glyphs.ts';
import { shareOf } from './share-of.ts';
import { kindOf, type Vector } from './vector.ts';
import { VECTORS } from './vectors.ts';

/** Vectors per meetup, so that one page can show it: each appears in every place and every field. */
const PER_MEETUP = 100;

/** The vectors to try, split into one part per meetup. */
export const HOSTILE_PARTS: readonly (readonly Vector[])[] = parted(
  shareOf(
    VECTORS.filter(({ text }) => hasGlyphs(text)),
    kindOf,
    1 / 12,
  ),
);

/** Each part gets some of every kind. */
function parted(vectors: readonly Vector[]): readonly (readonly Vector[])[] {
  const count = Math.ceil(vectors.length / PER_MEETUP);
  return Array.from({ length: count }, (_, part) => vectors.filter((_, index) => index % count === part));
}
