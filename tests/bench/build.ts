/**
 * `npm run bench`: build time as a ratio to the least possible work (floor.mjs), measured alternately in one run; how
 * it scales with the number of talks; a rebuild without changes; memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeMeetup } from './make-meetup.ts';

const SIZES = [100, 300, 1000];
const ROUNDS = 5;

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const CLI = here('../../dist/cli.js');

interface Sample {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Never the user's own cache. */
const CACHE = mkdtempSync(join(tmpdir(), 'talkdeck-bench-cache-'));
process.once('exit', () => rmSync(CACHE, { recursive: true, force: true }));

function run(folder: string, args: readonly string[]): Sample {
  const usage = join(folder, 'usage');
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--import', here('usage.mjs'), ...args], {
    env: { ...process.env, USAGE_FILE: usage, TALKDECK_CACHE: CACHE },
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${args.join(' ')}\n${child.stderr}`);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Number(readFileSync(usage, 'utf8')) / 1024,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function measure(talks: number): Record<'floor' | 'build' | 'rebuild', Sample> {
  const samples = { floor: [] as Sample[], build: [] as Sample[], rebuild: [] as Sample[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'talkdeck-bench-'));
    try {
      makeMeetup(folder, talks);
      const build = [CLI, 'build', '--quiet', '--root', folder];
      samples.floor.push(run(folder, [here('floor.mjs'), join(folder, 'content'), join(folder, 'floor')]));
      samples.build.push(run(folder, build));
      samples.rebuild.push(run(folder, build));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const middle = (list: readonly Sample[]): Sample => ({
    seconds: median(list.map(({ seconds }) => seconds)),
    megabytes: median(list.map(({ megabytes }) => megabytes)),
  });
  return { floor: middle(samples.floor), build: middle(samples.build), rebuild: middle(samples.rebuild) };
}

const results = SIZES.map((talks) => ({ talks, ...measure(talks) }));
console.log(`Medians of ${ROUNDS} runs, in turn; times include starting Node.\n`);
console.log('| talks | floor | build | build / floor | rebuild | rebuild / build | peak memory of build |');
console.log('|--:|--:|--:|--:|--:|--:|--:|');
for (const { talks, floor, build, rebuild } of results) {
  const cells = [
    talks,
    `${floor.seconds.toFixed(2)} s`,
    `${build.seconds.toFixed(2)} s`,
    (build.seconds / floor.seconds).toFixed(2),
    `${rebuild.seconds.toFixed(2)} s`,
    (rebuild.seconds / build.seconds).toFixed(2),
    `${Math.round(build.megabytes)} MB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
const [first, last] = [results[0], results.at(-1)];
if (first && last) {
  const growth = last.build.seconds / first.build.seconds;
  console.log(`\n${last.talks / first.talks} times the talks take ${growth.toFixed(1)} times the time.`);
}
