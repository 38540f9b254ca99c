import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { IS_WHOLE } from '../deep.ts';
import { SEED } from '../hostile/seed.ts';
import { startTally } from '../hostile/start-tally.ts';
import { keptOf } from '../test-cache.ts';

const KILLS = Number(process.env.KILLS ?? 200);
/** Temporary file of a killed process, next to its destination. */
const BEGUN = /\.talkdeck-[\w-]+\.tmp$/;
const LONG_AGO = new Date(Date.now() - 3_600_000);
/** Longest time for a browser to notice that its parent is gone, on a busy machine. */
const PATIENCE_MS = 120_000;

const HOUR_MS = 3_600_000;

const tally = startTally('Exports that are killed:');
let folder: string;
let root: string;
let temporary: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-killed-'));
  [root, temporary] = [join(folder, 'meetup'), join(folder, 'tmp')];
  mkdirSync(temporary);
  mkdirSync(join(root, 'content', 'talks'), { recursive: true });
  writeFileSync(join(root, 'content', 'event.md'), '---\ntitle: Data\nlang: en\nhost: Cy\n---\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Changes the talk's deck and PDF, and those of the meetup. */
function say(words: string): void {
  const text = `---\nspeaker: Ada\ntitle: Stores\ntakeaway: Keep them.\n---\n\n## One\n\n- ${words}\n`;
  writeFileSync(join(root, 'content', 'talks', 'ada.md'), text);
}

/** Starts an export, and kills it if it is still running by then. */
async function exported(afterMs = Number.POSITIVE_INFINITY): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'export', '--root', root], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  if (afterMs < Number.POSITIVE_INFINITY) {
    await Promise.race([ended, delay(afterMs)]);
    child.kill('SIGKILL');
  }
  return ended;
}

/** Hashes of files by path, since a diff of PDF bytes is no use to anyone. */
type Files = ReadonlyMap<string, string>;

/** Files in slides/ and out/, by path. */
function filesNow(): Files {
  const paths = ['slides', 'out'].flatMap((name) =>
    existsSync(join(root, name))
      ? readdirSync(join(root, name), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [],
  );
  return new Map(paths.map((path) => [path.slice(root.length + 1), digest(readFileSync(path))]));
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Processes with this test's temporary folder in their environment: exports and their descendants. */
function running(): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(join('/proc', name, 'environ'), 'utf8').includes(`TMPDIR=${temporary}`);
    } catch {
      return false; // It has exited.
    }
  });
}

// export-faults.test.ts has one kill for every test run.
describe.skipIf(!IS_WHOLE || process.platform !== 'linux')(
  `an export killed at ${KILLS} moments, seed ${SEED}`,
  () => {
    test('leaves old files or new ones, whole, and no process; the next one tidies up', {
      timeout: HOUR_MS,
    }, async () => {
      const states: Files[] = [];
      let ms = 0;
      for (const words of ['One', 'Two']) {
        say(words);
        const began = performance.now();
        expect(await exported()).toBe(0);
        ms = performance.now() - began;
        states.push(filesNow());
      }
      const [one, two] = states;
      expect([...(one?.keys() ?? [])].filter((path) => path.endsWith('.pdf'))).toHaveLength(2);
      const moments = fc.sample(fc.double({ min: 0, max: 1.05, noNaN: true }), {
        seed: SEED,
        numRuns: KILLS,
      });
      for (const [index, moment] of moments.entries()) {
        say(index % 2 === 0 ? 'One' : 'Two');
        // Without the cache everything is printed again; with it, only part.
        if (index % 4 < 3) rmSync(keptOf(root, 'print'), { recursive: true, force: true });
        await exported(moment * ms);
        const torn = [...filesNow()].filter(
          ([path, found]) => !BEGUN.test(path) && ![one, two].some((state) => state?.get(path) === found),
        );
        tally('moments', 1, torn.length > 0 ? 1 : 0);
        expect(
          torn.map(([path]) => path),
          `after ${moment * ms} ms`,
        ).toEqual([]);
        await expect.poll(running, { timeout: PATIENCE_MS, message: `after ${moment * ms} ms` }).toEqual([]);
      }
      for (const path of filesNow().keys()) {
        if (BEGUN.test(path)) utimesSync(join(root, path), LONG_AGO, LONG_AGO);
      }
      for (const words of ['Two', 'One']) {
        say(words);
        expect(await exported()).toBe(0);
      }
      expect(filesNow()).toEqual(one);
      expect(readdirSync(temporary)).toEqual([]);
      expect(running()).toEqual([]);
    });
  },
);
