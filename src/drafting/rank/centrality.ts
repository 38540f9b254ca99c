import type { Passage } from './passage.ts';

/** A square matrix of similarities, row by row. */
export interface Likeness {
  readonly size: number;
  /** Cosine of the units' vectors. */
  readonly cosine: Float32Array;
  /** Number of topics that two units share. */
  readonly shared: Float32Array;
}

export function likenessOf({ vectors }: Passage): Likeness {
  const size = vectors.length;
  const cosine = new Float32Array(size * size);
  const shared = new Float32Array(size * size);
  const holders = new Map<string, number[]>();
  for (const [unit, vector] of vectors.entries()) {
    for (const topic of vector.keys()) {
      const list = holders.get(topic);
      if (list) list.push(unit);
      else holders.set(topic, [unit]);
    }
  }
  for (const [topic, list] of holders) {
    const weights = list.map((unit) => vectors[unit]?.get(topic) ?? 0);
    for (const [i, unit] of list.entries()) {
      const weight = weights[i] ?? 0;
      for (const [j, other] of list.entries()) {
        const at = unit * size + other;
        cosine[at] = (cosine[at] ?? 0) + weight * (weights[j] ?? 0);
        shared[at] = (shared[at] ?? 0) + 1;
      }
    }
  }
  return { size, cosine, shared };
}

/** Mihalcea and Tarau, 2004: shared words divided by the logarithms of the lengths. */
export function textRank({ tokens }: Passage, { size, shared }: Likeness): Float64Array {
  const lengths = tokens.map((each) => Math.log(Math.max(2, each.length)));
  return pageRank(size, (i, j) => (shared[i * size + j] ?? 0) / ((lengths[i] ?? 1) + (lengths[j] ?? 1)));
}

const LEAST_LIKE = 0.1;

/** Erkan and Radev, 2004: the continuous variant, with a threshold. */
export function lexRank({ size, cosine }: Likeness): Float64Array {
  return pageRank(size, (i, j) => {
    const like = cosine[i * size + j] ?? 0;
    return like > LEAST_LIKE ? like : 0;
  });
}

/** Zheng and Lapata, 2019: similarity to later units counts for a unit, to earlier ones against it. */
export function positionalCentrality({ size, cosine }: Likeness): Float64Array {
  const scores = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let score = 0;
    for (let j = 0; j < size; j += 1) {
      if (j !== i) score += (j < i ? -0.2 : 1) * (cosine[i * size + j] ?? 0);
    }
    scores[i] = score;
  }
  return scores;
}

/** Similarity to the mean of all units. */
export function centroidCentrality({ vectors }: Passage): Float64Array {
  const mean = new Map<string, number>();
  for (const vector of vectors) {
    for (const [topic, weight] of vector) mean.set(topic, (mean.get(topic) ?? 0) + weight / vectors.length);
  }
  return Float64Array.from(vectors, (vector) => {
    let score = 0;
    for (const [topic, weight] of vector) score += weight * (mean.get(topic) ?? 0);
    return score;
  });
}

const DAMPING = 0.85;
const ROUNDS = 30;
/** Sum of changes in a round below which iteration stops; ranks sum to one. */
const SETTLED = 1e-5;

function pageRank(size: number, edge: (from: number, to: number) => number): Float64Array {
  const to: number[][] = [];
  const share: number[][] = [];
  for (let i = 0; i < size; i += 1) {
    const targets: number[] = [];
    const weights: number[] = [];
    let sum = 0;
    for (let j = 0; j < size; j += 1) {
      const weight = i === j ? 0 : edge(i, j);
      if (weight <= 0) continue;
      targets.push(j);
      weights.push(weight);
      sum += weight;
    }
    to.push(targets);
    share.push(weights.map((weight) => weight / sum));
  }
  let rank = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(size);
    let loose = 0;
    for (let i = 0; i < size; i += 1) {
      const own = rank[i] ?? 0;
      const targets = to[i] ?? [];
      if (targets.length === 0) loose += own;
      for (const [k, j] of targets.entries()) next[j] = (next[j] ?? 0) + own * (share[i]?.[k] ?? 0);
    }
    let change = 0;
    for (let j = 0; j < size; j += 1) {
      next[j] = (1 - DAMPING) / size + DAMPING * ((next[j] ?? 0) + loose / size);
      change += Math.abs((next[j] ?? 0) - (rank[j] ?? 0));
    }
    rank = next;
    if (change < SETTLED) break;
  }
  return rank;
}
