import { BY_SCORE, choose } from '../../../src/drafting/choose.ts';
import { forSlides, LOOSE, piecesOf } from '../../../src/drafting/pieces.ts';
import { lexRank, likenessOf, textRank } from '../../../src/drafting/rank/centrality.ts';
import { type Ranker, rank } from '../../../src/drafting/rank/rank.ts';
import type { Example } from './data-sets.ts';
import { type Rouge, rouge } from './rouge.ts';

/** Texts that a method selects from an example, in order. */
export type Method = (example: Example, budget: number) => readonly string[];

/** Selects bullets as a draft does, but by a budget instead of sections. */
export function drafted(ranker: Ranker, options: { byPenalty?: number; isForSlides?: boolean } = {}): Method {
  return ({ clauses }, budget) => {
    const ranked = rank(clauses, ranker);
    const all = piecesOf(clauses, ranked);
    const pieces = options.isForSlides ? forSlides(all) : all;
    const byScore = BY_SCORE[ranked.script];
    return choose(pieces, ranked.worth, { budget, byScore, byPenalty: options.byPenalty ?? 1 }).map(
      ({ text }) => text,
    );
  };
}

/** Units in order of score until the budget is used up. */
export const byTextRank: Method = ({ passage }, budget) => {
  const scores = textRank(passage, likenessOf(passage));
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const chosen: number[] = [];
  let total = 0;
  for (const index of order) {
    if (total >= 0.9 * budget) break;
    const length = passage.tokens[index]?.length ?? 0;
    if (length === 0 || (total + length > 1.1 * budget && (chosen.length > 0 || length > 1.6 * budget)))
      continue;
    chosen.push(index);
    total += length;
  }
  return textsOf(passage.units, chosen);
};

const NEWNESS = 0.3;
const SHORTEST = 8;

/** LexRank with maximal marginal relevance (Carbonell and Goldstein, 1998), untrained. */
export const byLexRank: Method = ({ passage }, budget) => {
  const likeness = likenessOf(passage);
  const scores = lexRank(likeness);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const lengths = passage.tokens.map((own) => own.length);
  let left = [...scores.keys()].filter((index) => (lengths[index] ?? 0) >= SHORTEST);
  if (left.length === 0) left = [...scores.keys()];
  const chosen: number[] = [];
  let total = 0;
  while (left.length > 0 && total < 0.9 * budget) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (const index of left) {
      const like = Math.max(0, ...chosen.map((other) => likeness.cosine[index * likeness.size + other] ?? 0));
      const score = ((scores[index] ?? 0) - low) / Math.max(1e-9, high - low);
      const value = (1 - NEWNESS) * score - NEWNESS * like;
      if (value > bestValue) [best, bestValue] = [index, value];
    }
    left = left.filter((index) => index !== best);
    if (total + (lengths[best] ?? 0) > 1.1 * budget && chosen.length > 0) continue;
    chosen.push(best);
    total += lengths[best] ?? 0;
  }
  return textsOf(passage.units, chosen);
};

function textsOf(units: readonly { readonly text: string }[], chosen: readonly number[]): readonly string[] {
  return chosen.toSorted((a, b) => a - b).map((index) => units[index]?.text ?? '');
}

export interface Scored extends Rouge {
  readonly bullets: number;
  readonly loose: number;
}

export function scoreOf(example: Example, texts: readonly string[], withLsum = true): Scored {
  const { script } = example.passage;
  return {
    ...rouge(texts, example.reference, script, withLsum),
    bullets: texts.length,
    loose: texts.filter((text) => LOOSE[script].test(text)).length,
  };
}
