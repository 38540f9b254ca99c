/**
 * `npm run bench:export`: export time (first after `npm install`, cold, after one edit, unchanged), compared with
 * `slidev export` of the same decks and Marp CLI on the same Markdown, alternately in one run; peak memory of each.
 *
 * Installs the other tools into out/bench/, apart from the project's dependencies. `SIZES=5,20 ROUNDS=3` runs a subset;
 * `STOCK=20` skips Slidev's own export above 20 decks.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers } from '../../src/print/browser/find-browser.ts';
import { makeMeetup } from './make-meetup.ts';
import { runMeasured, type Usage } from './run-measured.ts';
import { toMarp } from './to-marp.ts';

const SIZES = (process.env.SIZES ?? '5,20,50').split(',').map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const STOCK = Number(process.env.STOCK ?? Number.POSITIVE_INFINITY);
const SECTIONS = 7; // twelve slides
const TOOLS = { '@marp-team/marp-cli': '4.5.1', 'playwright-chromium': '1.65.0' };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BENCH = join(ROOT, 'out', 'bench');
/** Never the user's own cache. */
const CACHE = mkdtempSync(join(tmpdir(), 'talkdeck-bench-cache-'));
process.env.TALKDECK_CACHE = CACHE;
process.once('exit', () => rmSync(CACHE, { recursive: true, force: true }));
const CLI = join(ROOT, 'dist', 'cli.js');

const KINDS = ['first', 'cold', 'edit', 'same', 'marp', 'slidev'] as const;
type Kind = (typeof KINDS)[number];

function install(): void {
  mkdirSync(BENCH, { recursive: true });
  writeFileSync(join(BENCH, 'package.json'), JSON.stringify({ private: true, dependencies: TOOLS }));
  if (existsSync(join(BENCH, 'node_modules', '.package-lock.json'))) return;
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: BENCH,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  symlinkSync(ROOT, join(BENCH, 'node_modules', 'talkdeck'), 'dir'); // for the decks' theme
}

async function browserPath(): Promise<string> {
  const [candidate] = findBrowsers();
  if (!candidate) throw new Error('no browser');
  return (await candidate.locate()).path;
}

/** Writes the meetup, its decks, and Markdown of the decks for Marp. */
function prepare(folder: string, decks: number): readonly string[] {
  rmSync(folder, { recursive: true, force: true });
  makeMeetup(folder, decks, SECTIONS);
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'build', '--quiet', '--root', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const files = readdirSync(join(folder, 'slides')).filter((name) => name.endsWith('.md'));
  mkdirSync(join(folder, 'marp'));
  for (const file of files) {
    writeFileSync(join(folder, 'marp', file), toMarp(readFileSync(join(folder, 'slides', file), 'utf8')));
  }
  return files;
}

async function measureRound(
  folder: string,
  browser: string,
  decks: number,
): Promise<Partial<Record<Kind, Usage>>> {
  const files = prepare(folder, decks);
  const node = (args: readonly string[]) => runMeasured(process.execPath, args, folder, browser);
  const own = () => node([CLI, 'export', '--quiet', '--root', folder, '--browser', browser]);
  rmSync(CACHE, { recursive: true, force: true });
  const first = await own();
  rmSync(join(folder, 'out'), { recursive: true });
  rmSync(join(CACHE, 'meetups'), { recursive: true });
  const cold = await own();
  const talk = join(folder, 'content', 'talks', '1-talk-1.md');
  writeFileSync(talk, readFileSync(talk, 'utf8').replace('- ', '- \u4fee\u6539'));
  const edit = await own();
  const same = await own();
  const marp = await node([
    join(BENCH, 'node_modules', '@marp-team', 'marp-cli', 'marp-cli.js'),
    ...['--pdf', '--no-stdin', '-I', join(folder, 'marp'), '-o', join(folder, 'marp-out')],
  ]);
  assertPdfs(join(folder, 'marp-out'), decks);
  assertPdfs(join(folder, 'out', 'pdf'), decks + 1);
  if (decks > STOCK) return { first, cold, edit, same, marp };
  const slidev = await node([
    join(ROOT, 'node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs'),
    ...[
      'export',
      ...files.map((file) => `slides/${file}`),
      '--executable-path',
      browser,
      '--timeout',
      '120000',
    ],
  ]);
  return { first, cold, edit, same, marp, slidev };
}

function assertPdfs(folder: string, count: number): void {
  const pdfs = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  if (pdfs.length !== count) throw new Error(`${folder} has ${pdfs.length} PDFs, not ${count}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

install();
const browser = await browserPath();
const folder = join(BENCH, 'meetup');
console.log(
  `Medians of ${ROUNDS} runs each, in turn. Seconds, ratios to Marp CLI and to slidev export, seconds of a processor, peak memory.\n`,
);
console.log(
  '| decks of 12 slides | | time | / Marp | / slidev export | processor | / Marp | memory | / slidev export |',
);
console.log('|--:|---|--:|--:|--:|--:|--:|--:|--:|');
for (const decks of SIZES) {
  const rounds: Partial<Record<Kind, Usage>>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measureRound(folder, browser, decks));
  const middle = (kind: Kind, unit: keyof Usage) =>
    median(rounds.flatMap((round) => (round[kind] ? [round[kind][unit]] : [])));
  for (const kind of KINDS) {
    const [seconds, processor, megabytes] = (['seconds', 'processor', 'megabytes'] as const).map((unit) =>
      middle(kind, unit),
    ) as [number, number, number];
    if (Number.isNaN(seconds)) continue;
    const ratio = (value: number, to: Kind, unit: keyof Usage) => {
      const other = middle(to, unit);
      return Number.isNaN(other) ? '' : (value / other).toFixed(2);
    };
    const cells = [
      decks,
      {
        first: 'talkdeck, the first time ever',
        cold: 'a meetup never exported',
        edit: 'after one edit',
        same: 'nothing changed',
        marp: 'Marp CLI',
        slidev: 'slidev export',
      }[kind],
      `${seconds.toFixed(2)} s`,
      ratio(seconds, 'marp', 'seconds'),
      ratio(seconds, 'slidev', 'seconds'),
      `${processor.toFixed(2)} s`,
      ratio(processor, 'marp', 'processor'),
      `${Math.round(megabytes)} MB`,
      ratio(megabytes, 'slidev', 'megabytes'),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
rmSync(folder, { recursive: true, force: true });
