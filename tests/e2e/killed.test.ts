import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIXTURES, ROOT, runCli } from '../cli/run-cli.ts';
import { IS_WHOLE } from '../deep.ts';

/** Number of kills per command, each at another moment. */
const KILLS = IS_WHOLE ? 200 : 8;
/** Time limit per test, however busy the machine is. */
const PATIENCE_MS = 1_800_000;
const LEFT = /\.talkdeck-[\w-]+\.tmp$/;
const TALK = 'content/talks/01-huang.md';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-killed-'));
  for (const name of ['content', 'transcript.txt']) {
    cpSync(join(FIXTURES, 'valid', name), join(root, name), { recursive: true });
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Texts of a folder's files, without the leftovers of killed processes. */
function textsOf(folder: string): Readonly<Record<string, string>> {
  const names = (
    readdirSync(join(root, folder), { recursive: true, withFileTypes: false }) as string[]
  ).sort();
  const files = names.filter((name) => /\.\w+$/.test(name) && !LEFT.test(name));
  return Object.fromEntries(files.map((name) => [name, read(join(folder, name))]));
}

/** Starts a command and kills it if it is still running by then. */
async function killed(args: readonly string[], afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args, '--root', root], {
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await delay(afterMs);
  child.kill('SIGKILL');
  await ended;
}

/** Duration of a command on this machine, in milliseconds. */
async function timed(args: readonly string[]): Promise<number> {
  const started = performance.now();
  expect((await runCli([...args, '--root', root])).code).toBe(0);
  return performance.now() - started;
}

/** Moments from the start to shortly after the end, mostly while files are being written. */
const moments = (ms: number) =>
  Array.from({ length: KILLS }, (_, index) => ms * (0.4 + (0.75 * index) / KILLS));

describe(`killed at ${KILLS} moments`, { timeout: PATIENCE_MS }, () => {
  test('a build leaves each deck as it was, or new and whole', async () => {
    const before = read(TALK);
    // Every deck names the organiser, so all of them change; the title is part of a file name.
    const event = read('content/event.md');
    const named = (name: string) =>
      writeFileSync(join(root, 'content/event.md'), event.replace(/^organizer: .*$/m, `organizer: ${name}`));
    named('One');
    const ms = await timed(['build']);
    const one = textsOf('slides');
    named('Two');
    await timed(['build']);
    const two = textsOf('slides');
    expect(Object.keys(one)).toEqual(Object.keys(two));
    let count = 0;
    for (const moment of moments(ms)) {
      named(count % 2 === 0 ? 'One' : 'Two');
      await killed(['build'], moment);
      for (const [name, text] of Object.entries(textsOf('slides'))) {
        expect([one[name], two[name]], `${name} after ${moment} ms`).toContain(text);
      }
      count += 1;
    }
    expect((await runCli(['build', '--root', root])).code).toBe(0);
    expect(textsOf('slides')).toEqual(count % 2 === 0 ? two : one);
    expect(read(TALK)).toBe(before);
  });

  test('a summary is either as it was, or fixed', async () => {
    const sound = read(TALK);
    const faulty = sound.replaceAll('\uFF0C', ',');
    expect(faulty).not.toBe(sound);
    writeFileSync(join(root, TALK), faulty);
    const ms = await timed(['check', '--fix', '--yes']);
    const mended = read(TALK);
    expect(mended).not.toBe(faulty);
    for (const moment of moments(ms)) {
      writeFileSync(join(root, TALK), faulty);
      await killed(['check', '--fix', '--yes'], moment);
      expect([faulty, mended]).toContain(read(TALK));
    }
  });
});

test('builds at the same time give what one gives', { timeout: PATIENCE_MS }, async () => {
  for (let round = 0; round < (IS_WHOLE ? 100 : 2); round += 1) {
    rmSync(join(root, 'slides'), { recursive: true, force: true });
    rmSync(join(root, 'out'), { recursive: true, force: true });
    const codes = await Promise.all(
      Array.from({ length: 3 }, () => {
        const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'build', '--root', root], {
          stdio: 'ignore',
        });
        return new Promise((resolve) => child.on('close', resolve));
      }),
    );
    expect(codes).toEqual([0, 0, 0]);
    const together = textsOf('slides');
    expect(readdirSync(join(root, 'slides')).filter((name) => LEFT.test(name))).toEqual([]);
    rmSync(join(root, 'slides'), { recursive: true });
    expect((await runCli(['build', '--root', root])).code).toBe(0);
    expect(together).toEqual(textsOf('slides'));
  }
});
