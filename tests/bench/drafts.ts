/**
 * `npm run bench:drafts`: ROUGE overlap of drafted bullets with human-written summaries, and how many bullets begin
 * mid-thought, compared with untrained methods. Two-fold cross-validation on the training sets; `--vcsum FILE` or
 * `--qmsum FILE` tests the shipped weights on another file in that format. `--train` writes src/drafting/weights/.
 * Reads DRAFTS_DATA/, or by default ../shared/import/data/, which is not part of the repository.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Ranker } from '../../src/drafting/rank/rank.ts';
import { readRanker } from '../../src/drafting/rank/rank.ts';
import { AS_SLIDES } from '../../src/drafting/readable.ts';
import { rankerFor } from '../../src/drafting/weights.ts';
import { byLexRank, byTextRank, drafted, type Method, type Scored, scoreOf } from './drafts/bullets.ts';
import { type DataSet, type Example, readQmsum, readVcsum } from './drafts/data-sets.ts';
import { meanRouge, rougeTokens } from './drafts/rouge.ts';
import { backgroundWithout, collect, train } from './drafts/train.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DATA = process.env.DRAFTS_DATA ?? here('../../../shared/import/data/');

const { values } = parseArgs({
  options: {
    vcsum: { type: 'string' },
    qmsum: { type: 'string' },
    train: { type: 'boolean' },
    /** `zh` or `en`: only this set. */
    only: { type: 'string' },
    /** Folds by text (every second one), as in the original research, instead of by meeting. */
    alternate: { type: 'boolean' },
  },
});

if (values.train) for (const set of devSets()) save(set);
else if (values.vcsum || values.qmsum) {
  if (values.vcsum) report(readVcsum(values.vcsum), () => rankerFor('zh'), 'weights of the package');
  if (values.qmsum) report(readQmsum(values.qmsum), () => rankerFor('en'), 'weights of the package');
} else for (const set of devSets()) crossValidate(set);

function devSets(): readonly DataSet[] {
  const sets: DataSet[] = [];
  if (values.only !== 'en') sets.push(readVcsum(`${DATA}vcsum-dev.jsonl`));
  if (values.only !== 'zh') sets.push(readQmsum(`${DATA}qmsum-val.jsonl`));
  return sets;
}

function save({ name, script, examples }: DataSet): void {
  const weights = train(examples, script, collect(examples));
  const path = here(`../../src/drafting/weights/${script}.json`);
  writeFileSync(path, `${JSON.stringify(weights)}\n`);
  console.log(`${name}: ${examples.length} texts -> ${path}`);
}

/** Drafts each half with weights trained on the other; keeps meetings together unless `--alternate` is set. */
function crossValidate(set: DataSet): void {
  const meetings = [...new Set(set.examples.map(({ meeting }) => meeting))];
  const foldOf = (example: Example) =>
    (values.alternate ? set.examples.indexOf(example) : meetings.indexOf(example.meeting)) % 2;
  const collection = collect(set.examples);
  const rankers = [0, 1].map((fold) =>
    readRanker(
      train(
        set.examples.filter((example) => foldOf(example) !== fold),
        set.script,
        collection,
      ),
    ),
  );
  report(
    set,
    (example) => {
      const ranker = rankers[foldOf(example)] ?? rankerFor(set.script);
      return { ...ranker, background: backgroundWithout(collection, example.meeting) };
    },
    values.alternate ? 'two-fold, every other text' : 'two-fold, every other meeting',
  );
}

function report(set: DataSet, rankerOf: (example: Example) => Ranker, how: string): void {
  const { name, script, examples } = set;
  const lengths = examples.map(({ reference }) => rougeTokens(reference.join(' '), script).length);
  const budget = Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
  console.log(`\n${name}, ${examples.length} texts, ${budget} tokens each; ${how}\n`);
  console.log('| | ROUGE-1 | ROUGE-2 | ROUGE-Lsum | bullets | loose |\n|---|--:|--:|--:|--:|--:|');
  const methods: readonly (readonly [string, Method])[] = [
    ['TextRank', byTextRank],
    ['LexRank + MMR', byLexRank],
    ['talkdeck', (example, room) => drafted(rankerOf(example))(example, room)],
    [
      'talkdeck, as strict as on slides',
      (example, room) =>
        drafted(rankerOf(example), { byPenalty: AS_SLIDES.byPenalty, isForSlides: true })(example, room),
    ],
  ];
  for (const [label, method] of methods) {
    const scores = examples.map((example) => scoreOf(example, method(example, budget)));
    console.log(`| ${label} | ${cells(scores).join(' | ')} |`);
  }
}

function cells(scores: readonly Scored[]): readonly string[] {
  const { r1, r2, rLsum } = meanRouge(scores);
  const bullets = scores.reduce((sum, score) => sum + score.bullets, 0);
  const loose = scores.reduce((sum, score) => sum + score.loose, 0);
  const percent = (value: number) => (100 * value).toFixed(1);
  return [
    percent(r1),
    percent(r2),
    percent(rLsum),
    (bullets / scores.length).toFixed(1),
    `${Math.round((100 * loose) / bullets)} %`,
  ];
}
