import { createRequire } from 'node:module';
import type { Script } from '../content/claims/words.ts';
import { type Ranker, readRanker, type Weights } from './rank/rank.ts';

const require = createRequire(import.meta.url);
const rankers = new Map<Script, Ranker>();

/** The ranker shipped with the package, trained on VCSum (Chinese) and QMSum (English); see weights/NOTICE.md. */
export function rankerFor(script: Script): Ranker {
  const known = rankers.get(script);
  if (known) return known;
  const ranker = readRanker(require(`./weights/${script}.json`) as Weights);
  rankers.set(script, ranker);
  return ranker;
}
