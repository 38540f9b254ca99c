import type { Script } from '../content/claims/words.ts';
import type { Piece } from './pieces.ts';

export interface Wanted {
  /** In tokens; the last piece may exceed it by a tenth. */
  readonly budget: number;
  /** Maximum number of pieces. */
  readonly most?: number;
  /** Weight of a piece's trained score, relative to the worth of its terms: `BY_SCORE`. */
  readonly byScore: number;
  /** Weight of its penalty. */
  readonly byPenalty?: number;
  /** Called only for a piece that is about to be chosen. */
  readonly accepts?: (piece: Piece) => boolean;
}

/** Chosen on the training sets of the weights, two-fold. */
export const BY_SCORE: Readonly<Record<Script, number>> = { zh: 0.1, en: 0.05 };

const FULL = 0.93;
const OVER = 1.1;

/**
 * Greedily chooses the pieces that say most within the budget: always the one that adds most new worth per token.
 * Chosen pieces share no clause. Returns them in order.
 * @param covered terms said elsewhere; those of the chosen pieces are added
 */
export function choose(
  pieces: readonly Piece[],
  worth: ReadonlyMap<string, number>,
  { budget, most = Number.POSITIVE_INFINITY, byScore, byPenalty = 1, accepts = () => true }: Wanted,
  covered: Set<string> = new Set(),
): readonly Piece[] {
  const chosen: Piece[] = [];
  let left = [...pieces];
  let total = 0;
  while (total < FULL * budget && chosen.length < most) {
    let best: Piece | null = null;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const piece of left) {
      if (total + piece.length > OVER * budget && chosen.length > 0) continue;
      const value =
        newWorth(piece, worth, covered) / piece.length + byScore * piece.score - byPenalty * piece.penalty;
      if (value > bestValue) [best, bestValue] = [piece, value];
    }
    if (best === null) break;
    const { first, last } = best;
    if (!accepts(best)) {
      const refused = best;
      left = left.filter((piece) => piece !== refused);
      continue;
    }
    chosen.push(best);
    total += best.length;
    for (const term of best.terms) covered.add(term);
    left = left.filter((piece) => piece.last < first || piece.first > last);
  }
  return chosen.sort((a, b) => a.first - b.first);
}

function newWorth(piece: Piece, worth: ReadonlyMap<string, number>, covered: ReadonlySet<string>): number {
  let sum = 0;
  for (const term of piece.terms) if (!covered.has(term)) sum += worth.get(term) ?? 0;
  return sum;
}
