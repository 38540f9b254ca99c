/**
 * ROUGE-1, -2 and -Lsum as defined by Google Research's `rouge_score` package: F1 of clipped counts; -Lsum by the union
 * of longest common subsequences. Chinese by characters, English by Porter stems.
 */
import { stemmer } from 'stemmer';

export interface Rouge {
  readonly r1: number;
  readonly r2: number;
  readonly rLsum: number;
  /** Number of tokens in the scored summary. */
  readonly length: number;
}

export type Script = 'zh' | 'en';

export function rougeTokens(text: string, script: Script): readonly string[] {
  const lower = text.toLowerCase();
  if (script === 'zh') return lower.match(/[\u3400-\u9fff]|[a-z0-9]+(?:[.][0-9]+)?/g) ?? [];
  return (lower.match(/[a-z0-9]+/g) ?? []).map((word) => (word.length > 3 ? stemmer(word) : word));
}

/** Both arguments are lists of sentences. */
export function rouge(
  summary: readonly string[],
  reference: readonly string[],
  script: Script,
  withLsum = true,
): Rouge {
  const said = summary.map((text) => rougeTokens(text, script)).filter((tokens) => tokens.length > 0);
  const wanted = reference.map((text) => rougeTokens(text, script)).filter((tokens) => tokens.length > 0);
  const all = said.flat();
  const ref = wanted.flat();
  return {
    r1: gramsF1(all, ref, 1),
    r2: gramsF1(all, ref, 2),
    rLsum: withLsum ? lsum(said, wanted) : 0,
    length: all.length,
  };
}

export function meanRouge(scores: readonly Rouge[]): Rouge {
  const mean = (of: (score: Rouge) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / Math.max(1, scores.length);
  return {
    r1: mean(({ r1 }) => r1),
    r2: mean(({ r2 }) => r2),
    rLsum: mean(({ rLsum }) => rLsum),
    length: mean(({ length }) => length),
  };
}

export type Grams = ReadonlyMap<string, number>;

export function gramsOf(tokens: readonly string[], size: number): Grams {
  const grams = new Map<string, number>();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const gram = tokens.slice(at, at + size).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

export function overlap(a: Grams, b: Grams): number {
  let sum = 0;
  for (const [gram, count] of a) sum += Math.min(count, b.get(gram) ?? 0);
  return sum;
}

function gramsF1(said: readonly string[], wanted: readonly string[], size: number): number {
  const both = overlap(gramsOf(said, size), gramsOf(wanted, size));
  return f1(both / Math.max(1, said.length - size + 1), both / Math.max(1, wanted.length - size + 1));
}

function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}

function lsum(said: readonly (readonly string[])[], wanted: readonly (readonly string[])[]): number {
  const all = said.flat();
  const ref = wanted.flat();
  const leftSaid = new Map(gramsOf(all, 1));
  const leftWanted = new Map(gramsOf(ref, 1));
  let hits = 0;
  for (const sentence of wanted) {
    const union = new Set<number>();
    for (const other of said) for (const at of commonPlaces(sentence, other)) union.add(at);
    for (const at of union) {
      const token = sentence[at] ?? '';
      const [a, b] = [leftSaid.get(token) ?? 0, leftWanted.get(token) ?? 0];
      if (a === 0 || b === 0) continue;
      hits += 1;
      leftSaid.set(token, a - 1);
      leftWanted.set(token, b - 1);
    }
  }
  return f1(hits / Math.max(1, all.length), hits / Math.max(1, ref.length));
}

/** Indices in `a` of a longest common subsequence with `b`. */
function commonPlaces(a: readonly string[], b: readonly string[]): readonly number[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < b.length; j += 1) {
      table[(i + 1) * width + j + 1] =
        a[i] === b[j]
          ? (table[i * width + j] ?? 0) + 1
          : Math.max(table[i * width + j + 1] ?? 0, table[(i + 1) * width + j] ?? 0);
    }
  }
  const places: number[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 && j > 0) {
    if (a[i - 1] === b[j - 1]) {
      places.push(i - 1);
      i -= 1;
      j -= 1;
    } else if ((table[(i - 1) * width + j] ?? 0) >= (table[i * width + j - 1] ?? 0)) i -= 1;
    else j -= 1;
  }
  return places;
}
