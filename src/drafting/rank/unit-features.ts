import type { Script } from '../../content/claims/words.ts';
import { centroidCentrality, lexRank, likenessOf, positionalCentrality, textRank } from './centrality.ts';
import { CUES, FILLERS, holdsAny } from './cues.ts';
import type { Passage } from './passage.ts';
import { leadOf } from './term-features.ts';

const PRONOUNS: Readonly<Record<Script, readonly string[]>> = {
  zh: ['我', '你', '这个', '那个'],
  en: ['i', 'you', 'thi', 'that', 'this'],
};

/**
 * Features that predict whether a unit belongs in the summary: how central it is, the worth of its terms, its position,
 * and its wording.
 * @param worth by term
 */
export function unitRows(
  passage: Passage,
  worth: ReadonlyMap<string, number>,
): readonly (readonly number[])[] {
  const { script, terms, tokens, units } = passage;
  const size = units.length;
  const likeness = likenessOf(passage);
  const worths = terms.map((own) => {
    let sum = 0;
    for (const term of new Set(own)) sum += Math.max(0, worth.get(term) ?? 0);
    return sum;
  });
  const lengths = tokens.map((own) => Math.max(1, own.length));
  const ranks = standardized(textRank(passage, likeness));
  const links = standardized(lexRank(likeness));
  const positional = standardized(positionalCentrality(likeness));
  const central = standardized(centroidCentrality(passage));
  const density = standardized(worths.map((value, index) => value / (lengths[index] ?? 1) ** 0.8));
  const mean = standardized(worths.map((value, index) => value / (lengths[index] ?? 1)));
  const whole = standardized(worths);
  const repeated = standardized(repetition(passage));
  const lead = leadOf(units, tokens);
  const speakers = sumBy(units.map(({ speaker }, index) => [speaker, lengths[index] ?? 1] as const));
  const turns = sumBy(units.map(({ turn }, index) => [turn, lengths[index] ?? 1] as const));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const lastTurn = Math.max(1, ...turns.keys());
  const near = (values: readonly number[], index: number) =>
    values[Math.min(size - 1, Math.max(0, index))] ?? 0;
  return units.map((unit, index) => [
    ranks[index] ?? 0,
    links[index] ?? 0,
    positional[index] ?? 0,
    central[index] ?? 0,
    density[index] ?? 0,
    mean[index] ?? 0,
    whole[index] ?? 0,
    repeated[index] ?? 0,
    Math.log1p(tokens[index]?.length ?? 0),
    index / size,
    unit.turn / lastTurn,
    holdsAny(tokens[index] ?? [], CUES[script], script),
    holdsAny(tokens[index] ?? [], FILLERS[script], script),
    /\d/.test(unit.text) ? 1 : 0,
    /[?？]|吗/.test(unit.text) ? 1 : 0,
    holdsAny(tokens[index] ?? [], PRONOUNS[script], script),
    (unit.text.match(/[A-Za-z]{2,}/g) ?? []).length / (lengths[index] ?? 1),
    (speakers.get(unit.speaker) ?? 0) / total,
    unit.speaker === lead ? 1 : 0,
    Math.log(turns.get(unit.turn) ?? 1),
    near(density, index - 1),
    near(density, index + 1),
    near(links, index - 1),
    near(links, index + 1),
    size,
  ]);
}

/** How much of a unit also occurs elsewhere. */
function repetition({ counts, tokens, vectors }: Passage): readonly number[] {
  return vectors.map((vector, index) => {
    let sum = 0;
    for (const topic of vector.keys()) {
      const count = counts.get(topic) ?? 0;
      if (count >= 2) sum += Math.log1p(count);
    }
    return sum / Math.sqrt(Math.max(1, tokens[index]?.length ?? 0));
  });
}

function sumBy<K>(pairs: readonly (readonly [K, number])[]): ReadonlyMap<K, number> {
  const sums = new Map<K, number>();
  for (const [key, value] of pairs) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}

/** Scales values to mean 0 and standard deviation 1. */
export function standardized(values: ArrayLike<number>): readonly number[] {
  const list = Array.from(values);
  const size = Math.max(1, list.length);
  const mean = list.reduce((sum, value) => sum + value, 0) / size;
  const deviation = Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size);
  return list.map((value) => (value - mean) / (deviation + 1e-9));
}
