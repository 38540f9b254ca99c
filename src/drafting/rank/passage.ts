import { type Script, termsOf, tokensOf, topicsOf } from '../../content/claims/words.ts';

/** A clause or sentence that can be chosen. */
export interface Unit {
  readonly text: string;
  /** Index of the turn or paragraph. */
  readonly turn: number;
  /** The same string for the same person. */
  readonly speaker: string;
}

/** Units to be ranked together, tokenized once. */
export interface Passage {
  readonly script: Script;
  readonly units: readonly Unit[];
  /** By unit, like all lists below. */
  readonly tokens: readonly (readonly string[])[];
  readonly terms: readonly (readonly string[])[];
  /** Weights of its topics, normalized to length 1. */
  readonly vectors: readonly ReadonlyMap<string, number>[];
  /** Occurrences of each topic in all units. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Units without words are allowed and rank last. */
export function readPassage(units: readonly Unit[], script: Script): Passage {
  const tokens = units.map(({ text }) => tokensOf(text, script));
  const topics = tokens.map((each) => topicsOf(each, script));
  const counts = new Map<string, number>();
  const spread = new Map<string, number>();
  for (const each of topics) {
    for (const topic of each) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    for (const topic of new Set(each)) spread.set(topic, (spread.get(topic) ?? 0) + 1);
  }
  const rarity = (topic: string) => Math.log((1 + units.length) / (1 + (spread.get(topic) ?? 0))) + 1;
  return {
    script,
    units,
    tokens,
    terms: tokens.map((each) => termsOf(each, script)),
    vectors: topics.map((each) => vectorOf(each, rarity)),
    counts,
  };
}

function vectorOf(topics: readonly string[], rarity: (topic: string) => number): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const topic of topics) weights.set(topic, (weights.get(topic) ?? 0) + 1);
  let squares = 0;
  for (const [topic, count] of weights) {
    const weight = Math.log1p(count) * rarity(topic);
    weights.set(topic, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (const [topic, weight] of weights) weights.set(topic, weight / length);
  return weights;
}
