import type { Clause } from './clauses.ts';
import type { Ranked } from './rank/rank.ts';

/** Consecutive clauses of whole sentences; inclusive indices. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** In tokens. */
  readonly length: number;
}

/** Tokens compared on each side of a cut. */
const WINDOW = 60;

/**
 * Divides clauses into about `count` stretches of similar length, where the vocabulary changes most, preferably between
 * lines.
 * @param stops indices of clauses that begin a stretch in any case
 */
export function partInto(
  ranked: Ranked,
  clauses: readonly Clause[],
  [first, last]: readonly [number, number],
  count: number,
): readonly Stretch[] {
  const lengths = ranked.tokens.map((own) => own.length);
  const total = sum(lengths, first, last);
  const cuts: number[] = [];
  for (let part = 1; part < count; part += 1) {
    const ideal = (total * part) / count;
    const slack = (0.35 * total) / count;
    let before = 0;
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (let at = first; at <= last; at += 1) {
      const away = Math.abs(before - ideal);
      const isFree = at > (cuts.at(-1) ?? first) && clauses[at]?.begins;
      if (isFree && away <= slack) {
        const turns = clauses[at]?.turn !== clauses[at - 1]?.turn ? 0.25 : 0;
        const value = turns - likeness(ranked, lengths, at, first, last) - (0.2 * away) / slack;
        if (value > bestValue) [best, bestValue] = [at, value];
      }
      before += lengths[at] ?? 0;
    }
    if (best > 0) cuts.push(best);
  }
  const starts = [first, ...cuts];
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? last + 1) - 1;
    return { first: start, last: end, length: sum(lengths, start, end) };
  });
}

/** Cosine similarity of the text before and after a cut. */
function likeness(
  { vectors }: Ranked,
  lengths: readonly number[],
  at: number,
  first: number,
  last: number,
): number {
  const gather = (step: 1 | -1): Map<string, number> => {
    const all = new Map<string, number>();
    let seen = 0;
    for (let i = step > 0 ? at : at - 1; i >= first && i <= last && seen < WINDOW; i += step) {
      seen += lengths[i] ?? 0;
      for (const [topic, weight] of vectors[i] ?? []) all.set(topic, (all.get(topic) ?? 0) + weight);
    }
    return all;
  };
  const [before, behind] = [gather(-1), gather(1)];
  let product = 0;
  for (const [topic, weight] of before) product += weight * (behind.get(topic) ?? 0);
  const norm = (vector: Map<string, number>) =>
    Math.sqrt([...vector.values()].reduce((s, w) => s + w * w, 0));
  return product / (norm(before) * norm(behind) || 1);
}

function sum(values: readonly number[], first: number, last: number): number {
  let total = 0;
  for (let at = first; at <= last; at += 1) total += values[at] ?? 0;
  return total;
}
