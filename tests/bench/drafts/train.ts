import { termsOf } from '../../../src/content/claims/words.ts';
import type { Weights } from '../../../src/drafting/rank/rank.ts';
import { readRanker } from '../../../src/drafting/rank/rank.ts';
import { type Background, termRows } from '../../../src/drafting/rank/term-features.ts';
import { standardized, unitRows } from '../../../src/drafting/rank/unit-features.ts';
import type { Example } from './data-sets.ts';
import { type Growth, growForest, type Row } from './grow-forest.ts';
import { gramsOf, overlap, rougeTokens, type Script } from './rouge.ts';

/** Larger forests gained half a point of ROUGE-1 on VCSum and nothing on QMSum. */
const TERM_GROWTH: Readonly<Record<Script, Growth>> = {
  zh: { trees: 120, depth: 5, rate: 0.08, leaf: 80, bins: 32 },
  en: { trees: 60, depth: 5, rate: 0.12, leaf: 80, bins: 20 },
};
const UNIT_GROWTH: Readonly<Record<Script, Growth>> = {
  zh: { trees: 100, depth: 4, rate: 0.05, leaf: 40, bins: 32 },
  en: { trees: 60, depth: 4, rate: 0.08, leaf: 40, bins: 20 },
};
/** Drops terms found in fewer texts, which keeps the table small. */
const LEAST_TEXTS = 4;
/** Of the terms not in the summary, only every nth is used, with weight n. */
const THINNED = 4;

/** Document frequency of each term, and the examples by meeting. */
export interface Collection {
  readonly texts: number;
  readonly frequency: ReadonlyMap<string, number>;
  readonly meetings: ReadonlyMap<string, readonly Example[]>;
}

/** Reads the texts only, not the references. */
export function collect(examples: readonly Example[]): Collection {
  const meetings = new Map<string, Example[]>();
  for (const example of examples) {
    meetings.set(example.meeting, [...(meetings.get(example.meeting) ?? []), example]);
  }
  return { texts: examples.length, frequency: countTexts(examples), meetings };
}

/** Background statistics without one meeting, so that no term counts as common just because that meeting repeats it. */
export function backgroundWithout(
  { texts, frequency, meetings }: Collection,
  meeting: string | null,
): Background {
  const own = meeting === null ? [] : (meetings.get(meeting) ?? []);
  const counts = new Map(frequency);
  for (const [term, count] of countTexts(own)) counts.set(term, (counts.get(term) ?? 0) - count);
  return {
    texts: texts - own.length,
    frequency: new Map([...counts].filter(([, count]) => count >= LEAST_TEXTS)),
  };
}

/**
 * Trains two forests: one for the worth of a term, by how often the reference contains it; one for the worth of a unit,
 * by its overlap with the reference. The second gets scores of the first for examples that the first did not train on.
 */
export function train(examples: readonly Example[], script: Script, collection: Collection): Weights {
  const rows = new Map<Example, readonly Row[]>();
  for (const meeting of new Set(examples.map((example) => example.meeting))) {
    const background = backgroundWithout(collection, meeting);
    for (const example of examples) {
      if (example.meeting === meeting) rows.set(example, rowsOfTerms(example, background, script));
    }
  }
  const termForest = (of: readonly Example[]) =>
    growForest(
      of.flatMap((example) => rows.get(example) ?? []),
      TERM_GROWTH[script],
    );
  const halves = [0, 1].map((half) => examples.filter((_, index) => index % 2 === half));
  const unitRowsOfAll = halves.flatMap((half, index) => {
    const forest = termForest(halves[1 - index] ?? []);
    return half.flatMap((example) => {
      const background = backgroundWithout(collection, example.meeting);
      return rowsOfUnits(example, worthOf(example, background, forest), script);
    });
  });
  return {
    script,
    texts: collection.texts,
    frequency: tableOf(backgroundWithout(collection, null).frequency),
    terms: termForest(examples),
    units: growForest(unitRowsOfAll, UNIT_GROWTH[script]),
  };
}

function countTexts(examples: readonly Example[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { passage } of examples) {
    for (const term of new Set(passage.terms.flat())) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return frequency;
}

function tableOf(frequency: ReadonlyMap<string, number>): Weights['frequency'] {
  const lists: Record<string, string[]> = {};
  for (const [term, count] of frequency) {
    lists[count] ??= [];
    lists[count].push(term);
  }
  return Object.fromEntries(Object.entries(lists).map(([count, terms]) => [count, terms.sort().join(',')]));
}

function rowsOfTerms(example: Example, background: Background, script: Script): readonly Row[] {
  const wanted = gramsOf(
    example.reference.flatMap((sentence) => termsOf(rougeTokens(sentence, script), script).map(flat)),
    1,
  );
  const { terms, rows } = termRows(example.passage, background);
  return rows.flatMap((features, index) => {
    const goal = Math.min(2, wanted.get(flat(terms[index] ?? '')) ?? 0);
    if (goal === 0 && ((index * 2654435761) % 97) % THINNED !== 0) return [];
    return [{ features, goal, weight: goal > 0 ? 1 : THINNED }];
  });
}

/** Spaces join the terms of n-grams, so they are replaced within a term. */
function flat(term: string): string {
  return term.replaceAll(' ', '\u0001');
}

function worthOf(
  { passage }: Example,
  background: Background,
  forest: Weights['terms'],
): ReadonlyMap<string, number> {
  const { termWorth } = readRanker({
    script: passage.script,
    texts: 0,
    frequency: {},
    terms: forest,
    units: { base: 0, trees: [] },
  });
  const { terms, rows } = termRows(passage, background);
  return new Map(terms.map((term, index) => [term, Math.max(0, termWorth(rows[index] ?? []))]));
}

function rowsOfUnits(
  { passage, reference }: Example,
  worth: ReadonlyMap<string, number>,
  script: Script,
): readonly Row[] {
  const tokens = reference.flatMap((sentence) => rougeTokens(sentence, script));
  const [singles, pairs] = [gramsOf(tokens, 1), gramsOf(tokens, 2)];
  const goals = standardized(
    passage.tokens.map(
      (own) => (overlap(gramsOf(own, 1), singles) + 2 * overlap(gramsOf(own, 2), pairs)) / (own.length + 8),
    ),
  );
  return unitRows(passage, worth).map((features, index) => ({
    features,
    goal: goals[index] ?? 0,
    weight: 1,
  }));
}
