/**
 * `npm run bench:site`: time and size of `talkdeck site` (the first time ever, a meetup without a site, after one edit,
 * unchanged), compared with `slidev build` of the same decks, in one run; and what a phone has loaded when it shows the
 * first slide of each.
 *
 * `SIZES=5,20` sets the numbers of decks of twelve slides, `STOCK=5` how many of them Slidev builds: its time and size
 * are extrapolated to all decks.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../dev/pages-browser.ts';
import { serveBelow } from '../site/serve-below.ts';
import { makeMeetup } from './make-meetup.ts';
import { runMeasured } from './run-measured.ts';

const SIZES = (process.env.SIZES ?? '5,20').split(',').map(Number);
const STOCK = Number(process.env.STOCK ?? Number.POSITIVE_INFINITY);
const SECTIONS = 7; // twelve slides

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = join(ROOT, 'dist', 'cli.js');
const SLIDEV = join(ROOT, 'node_modules', '@slidev', 'cli', 'bin', 'slidev.mjs');
const temporary = mkdtempSync(join(tmpdir(), 'talkdeck-bench-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
/** Never the user's own cache. */
process.env.TALKDECK_CACHE = join(temporary, 'cache');

interface Row {
  readonly what: string;
  readonly seconds: number;
  /** CPU seconds. */
  readonly processor: number;
  readonly megabytes: number | null;
  /** Loaded until the first slide shows. */
  readonly kilobytes: number | null;
}

async function measure(decks: number, browser: Browser): Promise<readonly Row[]> {
  const meetup = join(temporary, 'meetup');
  makeMeetup(meetup, decks, SECTIONS);
  const out = join(meetup, 'out', 'site');
  const site = async (what: string): Promise<Row> => {
    const args = [CLI, 'site', '--quiet', '--root', meetup];
    const { seconds, processor } = await runMeasured(process.execPath, args, meetup, '');
    return { what, seconds, processor, megabytes: megabytesOf(out), kilobytes: null };
  };
  rmSync(join(temporary, 'cache'), { recursive: true, force: true });
  const first = await site('talkdeck site, the first time ever');
  rmSync(out, { recursive: true });
  rmSync(join(temporary, 'cache', 'meetups'), { recursive: true });
  const cold = await site('a meetup without a site');
  const talk = join(meetup, 'content', 'talks', '1-talk-1.md');
  writeFileSync(talk, readFileSync(talk, 'utf8').replace('- ', '- \u4fee\u6539'));
  const edit = await site('after one edit');
  const same = await site('nothing changed');
  const loading = await loadSlidev(meetup);
  const kilobytes = await firstSlide(out, 'slides/talk-1/', browser);
  const stock = await slidevBuild(meetup, Math.min(decks, STOCK), decks, browser);
  rmSync(meetup, { recursive: true });
  return [first, { ...cold, kilobytes }, edit, loading, same, stock];
}

const LOADED = ['load/load-slidev', 'bundle/bundle-slides', 'web/build-web'];

/** Loads what the bundling process loads. */
async function loadSlidev(cwd: string): Promise<Row> {
  const urls = LOADED.map((path) => JSON.stringify(join(ROOT, 'dist', 'slidev', `${path}.js`)));
  const code = `const [{ loadSlidev }] = await Promise.all([${urls.map((url) => `import(${url})`)}]); await loadSlidev();`;
  const args = ['--input-type=module', '--eval', code];
  const { seconds, processor } = await runMeasured(process.execPath, args, cwd, '');
  return { what: 'of this, loading Slidev', seconds, processor, megabytes: null, kilobytes: null };
}

/** Slidev builds a separate site for every deck. */
async function slidevBuild(meetup: string, count: number, decks: number, browser: Browser): Promise<Row> {
  const folder = join(temporary, 'stock');
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'build', '--quiet', '--root', meetup], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  cpSync(join(meetup, 'slides'), join(folder, 'slides'), { recursive: true });
  // As installed, with the decks' theme next to it.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  symlinkSync(ROOT, join(folder, 'node_modules', 'talkdeck'), 'dir');
  const files = readdirSync(join(folder, 'slides')).filter((name) => /^talk-\d+\.md$/.test(name));
  const built = join(folder, 'built');
  let [seconds, processor] = [0, 0];
  for (const file of files.slice(0, count)) {
    const args = [
      SLIDEV,
      'build',
      `slides/${file}`,
      '--out',
      join(built, file.replace('.md', '')),
      '--base',
      '/deck/',
    ];
    const usage = await runMeasured(process.execPath, args, folder, '');
    seconds += usage.seconds;
    processor += usage.processor;
  }
  const all = (value: number) => (value * decks) / count;
  const kilobytes = await firstSlide(join(built, 'talk-1'), '', browser);
  const what = `slidev build of each${count < decks ? ` (of ${count}, times ${decks / count})` : ''}`;
  const megabytes = all(megabytesOf(built));
  rmSync(folder, { recursive: true });
  return { what, seconds: all(seconds), processor: all(processor), megabytes, kilobytes };
}

/** Bytes of all responses until a phone shows the first slide in its fonts; hosts that compress send less of both. */
async function firstSlide(folder: string, path: string, browser: Browser): Promise<number> {
  const host = await serveBelow(folder, '/deck/');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${host.address}${path}`);
    await page.locator('.slidev-layout:visible').first().waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => true));
    return bytes / 1000;
  } finally {
    await context.close();
    await host.close();
  }
}

function megabytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6;
}

console.log(
  '| decks of 12 slides | | time | / slidev | processor | / slidev | size | / slidev | until the first slide | / slidev |',
);
console.log('|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|');
const browser = await openBrowser();
try {
  for (const decks of SIZES) {
    const rows = await measure(decks, browser);
    const stock = rows.at(-1);
    const ratio = (value: number | null, other: number | null | undefined) =>
      value === null || !other ? '' : (value / other).toFixed(3);
    for (const { what, seconds, processor, megabytes, kilobytes } of rows) {
      const cells = [
        ...[decks, what, `${seconds.toFixed(2)} s`, ratio(seconds, stock?.seconds)],
        ...[`${processor.toFixed(2)} s`, ratio(processor, stock?.processor)],
        ...[megabytes === null ? '' : `${megabytes.toFixed(1)} MB`, ratio(megabytes, stock?.megabytes)],
        ...[kilobytes === null ? '' : `${Math.round(kilobytes)} kB`, ratio(kilobytes, stock?.kilobytes)],
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
} finally {
  await browser.close();
}
