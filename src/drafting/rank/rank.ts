import type { Script } from '../../content/claims/words.ts';
import { type Forest, type Predict, plant } from './forest.ts';
import { type Passage, readPassage, type Unit } from './passage.ts';
import { type Background, termRows } from './term-features.ts';
import { unitRows } from './unit-features.ts';

/** A trained model; see weights/NOTICE.md. */
export interface Ranker {
  readonly script: Script;
  readonly background: Background;
  /** Worth of a term: roughly how often the summary contains it. */
  readonly termWorth: Predict;
  /** How much a unit stands out, in standard deviations. */
  readonly unitScore: Predict;
}

/** Units with scores, and the worth of their terms. */
export interface Ranked extends Passage {
  readonly worth: ReadonlyMap<string, number>;
  /** By unit. */
  readonly scores: readonly number[];
}

/** All pairs of units are compared, so cost is quadratic up to this size and linear beyond. */
const LARGEST_BLOCK = 600;

/** Ranks the units of one talk against each other; a long talk in blocks. */
export function rank(units: readonly Unit[], ranker: Ranker): Ranked {
  const blocks = Math.max(1, Math.ceil(units.length / LARGEST_BLOCK));
  const size = Math.ceil(units.length / blocks);
  const ranked = Array.from({ length: blocks }, (_, block) =>
    rankBlock(units.slice(block * size, (block + 1) * size), ranker),
  );
  const [only] = ranked;
  if (blocks === 1 && only) return only;
  const worth = new Map<string, number>();
  for (const block of ranked) {
    for (const [term, value] of block.worth) worth.set(term, Math.max(worth.get(term) ?? 0, value));
  }
  return {
    script: ranker.script,
    units,
    tokens: ranked.flatMap(({ tokens }) => tokens),
    terms: ranked.flatMap(({ terms }) => terms),
    vectors: ranked.flatMap(({ vectors }) => vectors),
    counts: new Map(),
    worth,
    scores: ranked.flatMap(({ scores }) => scores),
  };
}

function rankBlock(units: readonly Unit[], ranker: Ranker): Ranked {
  const passage = readPassage(units, ranker.script);
  const { terms, rows } = termRows(passage, ranker.background);
  const worth = new Map<string, number>();
  for (const [index, term] of terms.entries()) {
    worth.set(term, Math.max(0, ranker.termWorth(rows[index] ?? [])));
  }
  return { ...passage, worth, scores: unitRows(passage, worth).map(ranker.unitScore) };
}

/** File format of a model. */
export interface Weights {
  readonly script: Script;
  readonly texts: number;
  /** Comma-separated terms by frequency. */
  readonly frequency: Readonly<Record<string, string>>;
  readonly terms: Forest;
  readonly units: Forest;
}

export function readRanker({ script, texts, frequency, terms, units }: Weights): Ranker {
  const known = new Map<string, number>();
  for (const [count, list] of Object.entries(frequency)) {
    for (const term of list.split(',')) known.set(term, Number(count));
  }
  return {
    script,
    background: { texts, frequency: known },
    termWorth: plant(terms),
    unitScore: plant(units),
  };
}
