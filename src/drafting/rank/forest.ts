/**
 * Regression trees whose outputs are summed. A tree is a list of numbers in preorder: `feature, threshold` for a node,
 * followed by its left side (below the threshold), and `-1, value` for a leaf.
 */
export interface Forest {
  readonly base: number;
  readonly trees: readonly (readonly number[])[];
}

export type Predict = (row: readonly number[]) => number;

/** Converts trees to arrays that are fast to walk. */
export function plant({ base, trees }: Forest): Predict {
  const planted = trees.map(layOut);
  return (row) => {
    let sum = base;
    for (const { feature, value, right } of planted) {
      let at = 0;
      for (let test = feature[at] ?? -1; test >= 0; test = feature[at] ?? -1) {
        at = (row[test] ?? 0) < (value[at] ?? 0) ? at + 1 : (right[at] ?? 0);
      }
      sum += value[at] ?? 0;
    }
    return sum;
  };
}

interface Planted {
  /** -1 for a leaf. */
  readonly feature: Int8Array;
  /** Threshold of a node, value of a leaf. */
  readonly value: Float64Array;
  /** Index of a node's right side. */
  readonly right: Int32Array;
}

function layOut(numbers: readonly number[]): Planted {
  const size = numbers.length / 2;
  const feature = Int8Array.from({ length: size }, (_, node) => numbers[2 * node] ?? -1);
  const value = Float64Array.from({ length: size }, (_, node) => numbers[2 * node + 1] ?? 0);
  const right = new Int32Array(size);
  /** Nodes whose right side is still to come. */
  const open: number[] = [];
  for (let node = 0; node < size; node += 1) {
    if ((feature[node] ?? -1) >= 0) {
      open.push(node);
      continue;
    }
    const fork = open.pop();
    if (fork !== undefined) right[fork] = node + 1;
  }
  return { feature, value, right };
}
