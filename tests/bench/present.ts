/**
 * `npm run bench:present`: time from the command to "ready" in the browser (which then has the whole evening) for this
 * repository's meetup and for 20 decks, cold and warm, and to the first slide of one deck with Slidev's own server, in
 * one run and one browser. `ROUNDS=3` for medians.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from '../dev/pages-browser.ts';
import { makeMeetup } from './make-meetup.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const CLI = join(ROOT, 'dist', 'cli.js');
const PATIENCE_MS = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'talkdeck-bench-'));
const CACHE = join(folder, 'cache');
process.env.TALKDECK_CACHE = CACHE;

function meetup(name: string, fill: (root: string) => void): string {
  const root = join(folder, name);
  mkdirSync(root);
  writeFileSync(join(root, 'package.json'), '{ "private": true, "type": "module" }');
  symlinkSync(MODULES, join(root, 'node_modules'), 'dir');
  fill(root);
  return root;
}
const copySample = (root: string) =>
  cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
const sample = meetup('sample', copySample);
const many = meetup('many', (root) => makeMeetup(root, 20));
const stock = meetup('stock', (root) => {
  copySample(root);
  cpSync(join(ROOT, 'templates'), join(root, 'templates'), { recursive: true });
  spawnSync(process.execPath, [CLI, 'build', '--root', root]);
});

interface Start {
  readonly name: string;
  readonly cwd: string;
  readonly args: (port: number) => readonly string[];
  /** As an expression in the page. */
  readonly isThere: string;
  /** Whether nothing is left of an earlier run. */
  readonly isCold: boolean;
}

const READY = 'Boolean(document.documentElement.dataset.ready)';
const present = (name: string, root: string, isCold: boolean): Start => ({
  ...{ name: `talkdeck present, ${name}, ${isCold ? 'cold' : 'warm'}`, cwd: root, isCold, isThere: READY },
  args: (port) => [CLI, 'present', '--no-open', '--root', root, '--port', `${port}`],
});
const slidev = (isCold: boolean): Start => ({
  ...{ name: `slidev, one deck, ${isCold ? 'cold' : 'warm'}`, cwd: stock, isCold },
  args: (port) => ['node_modules/@slidev/cli/bin/slidev.mjs', 'slides/huang-dongxu.md', '--port', `${port}`],
  isThere: 'Boolean(document.querySelector(".slidev-page-1 .slide h1"))',
});
/** A warm start uses what a cold one left; the next cold start clears it. */
const starts = [
  ...[slidev(true), slidev(false)],
  ...[present('the sample', sample, true), present('the sample', sample, false)],
  ...[present('20 decks', many, true), present('20 decks', many, false)],
];

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Milliseconds from the command until the page is ready. */
async function measure({ name, cwd, args, isThere, isCold }: Start, page: Page): Promise<number> {
  if (isCold)
    for (const cache of [CACHE, join(MODULES, '.vite')]) rmSync(cache, { recursive: true, force: true });
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, args(port), { cwd, stdio: process.env.V ? 'inherit' : 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const opens = () =>
      page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' }).then(
        () => true,
        () => false,
      );
    const shows = () => page.evaluate<boolean>(isThere).catch(() => false);
    for (const look of [opens, shows]) {
      while (!(await look())) {
        if (performance.now() - began > PATIENCE_MS) throw new Error(`${name} does not come`);
        await delay(20);
      }
    }
    return performance.now() - began;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const browser = await openBrowser();
try {
  const times = new Map(starts.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const start of starts) {
      // A browser that stored another evening has nothing of this one.
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
      times.get(start.name)?.push(await measure(start, await context.newPage()));
      await context.close();
    }
  }
  const of = ({ name }: Start) => median(times.get(name) ?? []);
  console.log(`| | command to ready (median of ${ROUNDS}) | / slidev |\n|---|--:|--:|`);
  for (const start of starts) {
    const reference = of(slidev(start.isCold));
    console.log(
      `| ${start.name} | ${(of(start) / 1000).toFixed(2)} s | ${(of(start) / reference).toFixed(2)} |`,
    );
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
