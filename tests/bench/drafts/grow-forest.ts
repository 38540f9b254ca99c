import type { Forest } from '../../../src/drafting/rank/forest.ts';

export interface Growth {
  readonly trees: number;
  readonly depth: number;
  /** Learning rate: the share of the residual that each tree fits. */
  readonly rate: number;
  /** Minimum number of rows in a leaf, by weight. */
  readonly leaf: number;
  readonly bins: number;
}

export interface Row {
  readonly features: readonly number[];
  readonly goal: number;
  readonly weight: number;
}

/** Shrinks each leaf towards zero as if it had this many more rows. */
const RIDGE = 5;

/** Gradient boosting with squared loss on histograms. Deterministic. */
export function growForest(rows: readonly Row[], { trees, depth, rate, leaf, bins }: Growth): Forest {
  const width = rows[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, feature) =>
    Float64Array.from(rows, ({ features }) => features[feature] ?? 0),
  );
  const edges = columns.map((column) => edgesOf(column, bins));
  const binned = columns.map((column, feature) =>
    Uint8Array.from(column, (value) => binOf(edges[feature] ?? [], value)),
  );
  const weights = Float64Array.from(rows, ({ weight }) => weight);
  const goals = Float64Array.from(rows, ({ goal }) => goal);
  let sum = 0;
  let weight = 0;
  for (const row of rows) {
    sum += row.weight * row.goal;
    weight += row.weight;
  }
  const base = sum / weight;
  const reached = new Float64Array(rows.length).fill(base);
  const pull = new Float64Array(rows.length);
  const grown: number[][] = [];

  for (let tree = 0; tree < trees; tree += 1) {
    for (let i = 0; i < rows.length; i += 1) {
      pull[i] = (weights[i] ?? 0) * ((goals[i] ?? 0) - (reached[i] ?? 0));
    }
    const numbers: number[] = [];
    split(Int32Array.from(rows.keys()), depth);
    grown.push(numbers);

    function split(members: Int32Array, left: number): void {
      let pulls = 0;
      let mass = 0;
      for (const i of members) {
        pulls += pull[i] ?? 0;
        mass += weights[i] ?? 0;
      }
      const fork = left > 0 && mass >= 2 * leaf ? bestFork(members, pulls, mass) : null;
      if (!fork) {
        const value = rounded((rate * pulls) / (mass + RIDGE));
        numbers.push(-1, value);
        for (const i of members) reached[i] = (reached[i] ?? 0) + value;
        return;
      }
      const column = binned[fork.feature] ?? new Uint8Array();
      numbers.push(fork.feature, edges[fork.feature]?.[fork.bin] ?? 0);
      split(
        members.filter((i) => (column[i] ?? 0) <= fork.bin),
        left - 1,
      );
      split(
        members.filter((i) => (column[i] ?? 0) > fork.bin),
        left - 1,
      );
    }
  }
  return { base: rounded(base), trees: grown };

  function bestFork(members: Int32Array, pulls: number, mass: number) {
    const whole = (pulls * pulls) / (mass + RIDGE);
    let best: { feature: number; bin: number } | null = null;
    let bestGain = 1e-7;
    for (let feature = 0; feature < width; feature += 1) {
      const count = (edges[feature]?.length ?? 0) + 1;
      if (count < 2) continue;
      const column = binned[feature] ?? new Uint8Array();
      const sums = new Float64Array(count);
      const masses = new Float64Array(count);
      for (const i of members) {
        const bin = column[i] ?? 0;
        sums[bin] = (sums[bin] ?? 0) + (pull[i] ?? 0);
        masses[bin] = (masses[bin] ?? 0) + (weights[i] ?? 0);
      }
      let below = 0;
      let massBelow = 0;
      for (let bin = 0; bin + 1 < count; bin += 1) {
        below += sums[bin] ?? 0;
        massBelow += masses[bin] ?? 0;
        if (massBelow < leaf) continue;
        const massAbove = mass - massBelow;
        if (massAbove < leaf) break;
        const gain =
          (below * below) / (massBelow + RIDGE) + (pulls - below) ** 2 / (massAbove + RIDGE) - whole;
        if (gain > bestGain) [best, bestGain] = [{ feature, bin }, gain];
      }
    }
    return best;
  }
}

/** Thresholds that split a column's values into bins of about equal size, rounded to keep the file small. */
function edgesOf(column: Float64Array, bins: number): readonly number[] {
  const sorted = Float64Array.from(column).sort();
  const edges: number[] = [];
  for (let bin = 1; bin < bins; bin += 1) {
    const edge = rounded(sorted[Math.floor((bin * sorted.length) / bins)] ?? 0);
    if (edges.length === 0 || edge > (edges.at(-1) ?? 0)) edges.push(edge);
  }
  return edges;
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
