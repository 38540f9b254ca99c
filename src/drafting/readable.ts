import type { Script } from '../content/claims/words.ts';
import { BY_SCORE, choose } from './choose.ts';
import { atLine } from './drafted.ts';
import type { Material } from './material.ts';
import { type Piece, sizeOf } from './pieces.ts';

/** On slides, readable bullets matter more than keywords; their number limits the room. */
export const AS_SLIDES = { budget: Number.POSITIVE_INFINITY, byPenalty: 3 };
/** Bullets up to the first penalty read well; those up to the second are used if there is nothing better. */
const WELL = 0.045;
const WORST = 0.065;
const SHORTEST: Readonly<Record<Script, number>> = { zh: 8, en: 5 };

/** Bullets that read well enough and repeat no list item. */
export function ablePieces({ lists, pieces, ranked: { script } }: Material): readonly Piece[] {
  const items = lists.flatMap((list) => list.items.map(({ text }) => text));
  return pieces.filter(
    ({ text, penalty }) =>
      penalty < WORST &&
      sizeOf(text, script) >= SHORTEST[script] &&
      !items.some((item) => text.includes(item) || item.includes(text)),
  );
}

/** Bullets that read well; rough ones only if there would be fewer than `least`. */
export function chooseReadable(
  pieces: readonly Piece[],
  material: Material,
  { least, most }: { readonly least: number; readonly most: number },
  covered: Set<string> = new Set(),
): readonly Piece[] {
  const { script, worth } = material.ranked;
  const wanted = { accepts: isGrounded(material), byScore: BY_SCORE[script], ...AS_SLIDES };
  const from = (able: readonly Piece[], count: number, seen: Set<string>) =>
    choose(able, worth, { most: count, ...wanted }, seen);
  const well = pieces.filter(({ penalty }) => penalty < WELL);
  const isEnough = from(well, least, new Set(covered)).length >= least;
  return isEnough ? from(well, most, covered) : from(pieces, least, covered);
}

function isGrounded({ grounds }: Material): (piece: Piece) => boolean {
  return ({ text, line }) => grounds.holds(atLine(text, line));
}
