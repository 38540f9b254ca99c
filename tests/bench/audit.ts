/**
 * `npm run bench:audit`: what looking at every slide adds to an export, as a ratio to the same export without,
 * measured in turn in one run; of this meetup and of a made one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeMeetup } from './make-meetup.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 3);
const MADE_TALKS = 20;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Compiled, as users run it: a loader for TypeScript would add to both.
const load = (file: string): Promise<unknown> =>
  import(new URL(`../../dist/${file}.js`, import.meta.url).href);
const { compile } = (await load('compile')) as typeof import('../../src/compile.ts');
const { openProject } = (await load('project')) as typeof import('../../src/project.ts');
const { printDecks } = (await load('print/print-decks')) as typeof import('../../src/print/print-decks.ts');
const { printableDecks } = (await load(
  'commands/printable-decks',
)) as typeof import('../../src/commands/printable-decks.ts');

interface Result {
  readonly name: string;
  readonly slides: number;
  readonly without: number;
  readonly with: number;
}

/** From the summaries to finished PDFs in memory. */
async function exportOnce(root: string, audit: boolean): Promise<{ seconds: number; slides: number }> {
  const start = performance.now();
  const project = openProject(root);
  const { value } = compile(project);
  if (!value) throw new Error(`${root} has errors`);
  const { printed, failures, slides } = await printDecks({
    ...printableDecks(project, value),
    audit,
  });
  if (printed.length < value.decks.length) {
    throw new Error(failures.map(({ slug, slide, detail }) => `${slug} ${slide}: ${detail}`).join('\n'));
  }
  return { seconds: (performance.now() - start) / 1000, slides };
}

async function measure(name: string, root: string): Promise<Result> {
  const seconds = { with: [] as number[], without: [] as number[] };
  const { slides } = await exportOnce(root, true); // warms the disk, and is not counted
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each goes first as often as the other.
    const order = round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const);
    for (const which of order) {
      const sample = await exportOnce(root, which === 'with');
      seconds[which].push(sample.seconds);
    }
  }
  return {
    name,
    slides,
    without: median(seconds.without),
    with: median(seconds.with),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const folder = mkdtempSync(join(tmpdir(), 'talkdeck-bench-'));
try {
  makeMeetup(folder, MADE_TALKS);
  const results = [await measure('content/', ROOT), await measure(`${MADE_TALKS} made talks`, folder)];
  console.log(`Medians of ${ROUNDS} exports each, in turn.\n`);
  console.log('| meetup | slides | export without audit | with audit | with / without |');
  console.log('|---|--:|--:|--:|--:|');
  for (const { name, slides, ...times } of results) {
    const ratio = (times.with / times.without).toFixed(2);
    console.log(
      `| ${name} | ${slides} | ${times.without.toFixed(2)} s | ${times.with.toFixed(2)} s | ${ratio} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
