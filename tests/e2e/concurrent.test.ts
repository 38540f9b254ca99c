import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { originOf } from '../../src/build/sign-text.ts';
import { ROOT, runCli } from '../cli/run-cli.ts';
import { IS_WHOLE } from '../deep.ts';
import { mark, shows, startLive, TALK, WORDS } from '../dev/live.ts';
import { type RunningDev, runDev } from '../dev/run-dev.ts';
import { SEED } from '../hostile/seed.ts';
import { startTally } from '../hostile/start-tally.ts';
import { writeSmallMeetup } from './small-meetup.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 100);
/** One in this many rounds also runs an export. */
const EXPORT_EVERY = 10;
/** Upper bounds for the time until a build is under way, and an export is printing, on a busy machine. */
const [BUILD_MS, EXPORT_MS] = [1_500, 6_000];
const PATIENCE = { timeout: 120_000, interval: 20 };
const LOOK_EVERY_MS = 5;
const DECKS = ['ada.md', 'ben.md', 'qa.md'];
const HOUR_MS = 3_600_000;

const tally = startTally('Dev, build and export at the same time in one folder:');
let root: string;
let dev: RunningDev;

/** Saves atomically, as editors do, so that no command may report anything. The title shows in every deck. */
function retitle(title: string): void {
  const path = join(root, 'content', 'event.md');
  writeFileSync(`${path}~`, `---\ntitle: ${title}\nlang: en\nhost: Cy\n---\n`);
  renameSync(`${path}~`, path);
}

/** Exit code and output of a command. */
function run(command: string): Promise<readonly [code: number | null, output: string]> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), command, '--root', root], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve([code, output])));
}

const deckTexts = (): readonly (readonly [name: string, text: string])[] =>
  readdirSync(join(root, 'slides'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => [name, readFileSync(join(root, 'slides', name), 'utf8')]);

/** Observations of slides/ over time. */
interface Seen {
  looks: number;
  readonly wrong: Set<string>;
}

/** Watches slides/ until stopped. */
async function watchDecks(seen: Seen, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const texts = deckTexts();
    const names = texts.map(([name]) => name).join();
    if (names !== DECKS.join()) seen.wrong.add(`the decks are ${names}`);
    for (const [name, text] of texts) if (originOf(text) !== 'made') seen.wrong.add(`${name} is ${text}`);
    seen.looks += 1;
    await delay(LOOK_EVERY_MS);
  }
}

/**
 * Starts a round's commands after one edit, and makes another edit while they run.
 * @param moment from 0 to 1
 */
async function changeWithin(round: number, moment: number): Promise<void> {
  const isExported = round % EXPORT_EVERY === EXPORT_EVERY - 1;
  retitle(`Before ${round}`);
  const commands = [run('build'), ...(isExported ? [run('export')] : [])];
  await delay(moment * (isExported ? EXPORT_MS : BUILD_MS));
  retitle(`After ${round}`);
  for (const [code, output] of await Promise.all(commands)) expect(code, output).toBe(0);
  const behind = () => deckTexts().flatMap(([name, text]) => (text.includes(`After ${round}`) ? [] : [name]));
  await expect.poll(behind, { ...PATIENCE, message: `round ${round}, at ${moment}` }).toEqual([]);
  tally('rounds', 1, 0);
}

describe.runIf(IS_WHOLE)(`${ROUNDS} rounds of an edit, build, export and dev, seed ${SEED}`, () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'talkdeck-concurrent-'));
    writeSmallMeetup(root);
    dev = await runDev(root);
  });
  afterAll(async () => {
    await dev.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test('leave no torn deck and lose no edit', { timeout: HOUR_MS }, async () => {
    const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 999 })), { seed: SEED, numRuns: ROUNDS });
    const seen: Seen = { looks: 0, wrong: new Set() };
    const stop = new AbortController();
    const watched = watchDecks(seen, stop.signal);
    try {
      for (const [round, moment] of moments.entries()) await changeWithin(round, moment / 1_000);
    } finally {
      stop.abort();
      await watched;
    }
    tally('looks at slides/', seen.looks, seen.wrong.size);
    expect([...seen.wrong]).toEqual([]);
    const together = deckTexts();
    rmSync(join(root, 'slides'), { recursive: true });
    expect((await runCli(['build', '--root', root])).code).toBe(0);
    expect(together).toEqual(deckTexts());
    expect(dev.output()).not.toContain('fault of talkdeck');
  });
});

test.runIf(IS_WHOLE)('what a build writes before dev has looked shows on open pages, too', async () => {
  const live = await startLive();
  try {
    const page = await live.open('huang-dongxu/5');
    process.kill(live.dev.pid, 'SIGSTOP');
    live.write(TALK, live.read(TALK).replace(WORDS, `${WORDS}!`));
    const { code, stdout, stderr } = await runCli(['build', '--root', live.root]);
    process.kill(live.dev.pid, 'SIGCONT');
    expect(code, stdout + stderr).toBe(0);
    await shows(page, `${WORDS}!`);
    expect(await mark(page)).toBe('here');
  } finally {
    process.kill(live.dev.pid, 'SIGCONT');
    await live.stop();
  }
});
