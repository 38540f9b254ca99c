/**
 * `npm run bench:dev`: time from save to screen, and from start to the first slide, compared with Slidev's own server,
 * alternately in one run and one browser. `EDITS=30 STARTS=3` sets the number of measurements.
 *
 * Uses this repository's meetup. Slidev gets the generated deck, and the edit goes to that file; talkdeck gets the
 * summary.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser } from '../dev/pages-browser.ts';

const EDITS = Number(process.env.EDITS ?? 30);
const STARTS = Number(process.env.STARTS ?? 3);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const CLI = join(ROOT, 'dist', 'cli.js');
const DECK = 'huang-dongxu';
/** A word, after which a line may break. Occurs once in the summary and in the deck, on this slide. */
const WORDS = '\u65c1\u4eba';
const SLIDE = 5;
const PATIENCE_MS = 120_000;

interface Tool {
  readonly name: string;
  readonly folder: string;
  /** The file to edit. */
  readonly file: string;
  readonly args: (port: number) => readonly string[];
  readonly url: (port: number) => string;
  /** Cache kept between runs. */
  readonly cache: string;
}

const folder = mkdtempSync(join(tmpdir(), 'talkdeck-bench-'));
const CACHE = join(folder, 'cache');
process.env.TALKDECK_CACHE = CACHE;
const [own, stock] = [join(folder, 'own'), join(folder, 'stock')];
for (const each of [own, stock]) {
  mkdirSync(each);
  cpSync(join(ROOT, 'content'), join(each, 'content'), { recursive: true });
  writeFileSync(join(each, 'package.json'), '{ "private": true, "type": "module" }');
  symlinkSync(MODULES, join(each, 'node_modules'), 'dir');
}
cpSync(join(ROOT, 'templates'), join(stock, 'templates'), { recursive: true });
spawnSync(process.execPath, [CLI, 'build', '--root', stock]);

const tools: readonly Tool[] = [
  {
    name: 'slidev',
    folder: stock,
    file: join(stock, 'slides', `${DECK}.md`),
    args: (port) => ['node_modules/@slidev/cli/bin/slidev.mjs', `slides/${DECK}.md`, '--port', `${port}`],
    url: (port) => `http://localhost:${port}/${SLIDE}`,
    cache: join(MODULES, '.vite'),
  },
  {
    name: 'talkdeck dev',
    folder: own,
    file: join(own, 'content', 'talks', `02-${DECK}.md`),
    args: (port) => [CLI, 'dev', DECK, '--root', own, '--port', `${port}`],
    url: (port) => `http://localhost:${port}/${DECK}/${SLIDE}`,
    cache: CACHE,
  },
];

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Starts the tool and opens the slide as soon as the server answers. Returns the milliseconds until the slide shows.
 */
async function start(tool: Tool, page: Page): Promise<{ readonly child: ChildProcess; readonly ms: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, tool.args(port), {
    stdio: process.env.V ? 'inherit' : 'ignore',
    cwd: tool.folder,
  });
  while (!(await isOpen(page, tool.url(port)))) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${tool.name} does not start`);
    await delay(20);
  }
  // Not page.waitForFunction: it evaluates a string, which the pages' CSP forbids.
  const isShown = `Boolean(document.body?.innerText.includes(${JSON.stringify(WORDS)}))`;
  while (!(await page.evaluate(isShown).catch(() => false))) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`${tool.name} shows nothing`);
    await delay(16);
  }
  return { child, ms: performance.now() - began };
}

async function isOpen(page: Page, url: string): Promise<boolean> {
  try {
    await page.goto(url, { waitUntil: 'commit' });
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds from the write until the new text shows. */
async function edit(tool: Tool, page: Page, original: string, words: string): Promise<number> {
  const edited = original.replace(WORDS, words);
  if (edited === original) throw new Error(`there is no ${WORDS} in ${tool.file}`);
  const seen = page.evaluate(
    `new Promise((resolve) => {
      const look = () => document.body.innerText.includes(${JSON.stringify(words)}) && (observer.disconnect(), resolve(performance.timeOrigin + performance.now()));
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    })`,
  );
  await delay(20);
  const began = performance.timeOrigin + performance.now();
  writeFileSync(tool.file, edited);
  return ((await seen) as number) - began;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const cold = new Map(tools.map(({ name }) => [name, [] as number[]]));
  const edits = new Map(tools.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < STARTS; round += 1) {
    for (const tool of tools) {
      rmSync(tool.cache, { recursive: true, force: true });
      const page = await context.newPage();
      const { child, ms } = await start(tool, page);
      cold.get(tool.name)?.push(ms);
      await page.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
  }
  const running = await Promise.all(
    tools.map(async (tool) => {
      const page = await context.newPage();
      return {
        tool,
        page,
        original: readFileSync(tool.file, 'utf8'),
        child: (await start(tool, page)).child,
      };
    }),
  );
  // The first edits are warm-up.
  for (let index = -5; index < EDITS; index += 1) {
    for (const { tool, page, original } of running) {
      await page.bringToFront();
      await delay(300);
      const ms = await edit(tool, page, original, `${WORDS}${index + 5}\u53f7`);
      if (index >= 0) edits.get(tool.name)?.push(ms);
    }
  }
  for (const { child } of running) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  const [reference] = tools;
  console.log(
    `| | first slide, cold (median of ${STARTS}) | / slidev | save to screen (median of ${EDITS}) | / slidev | worst |`,
  );
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const { name } of tools) {
    const [first, saved] = [cold.get(name) ?? [], edits.get(name) ?? []];
    const ratio = (values: Map<string, number[]>) =>
      (median(values.get(name) ?? []) / median(values.get(reference?.name ?? '') ?? [])).toFixed(2);
    console.log(
      `| ${name} | ${(median(first) / 1000).toFixed(2)} s | ${ratio(cold)} | ${median(saved).toFixed(0)} ms | ${ratio(edits)} | ${Math.max(...saved).toFixed(0)} ms |`,
    );
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
