import { type ChildProcess, fork } from 'node:child_process';
import { once as next } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { talk } from '../compile-meetup.ts';
import { IS_WHOLE } from '../deep.ts';
import { shareOf } from '../hostile/share-of.ts';
import { startTally } from '../hostile/start-tally.ts';
import { WORST_CASES, WORST_FIELDS, WORST_IN_ENGLISH } from './worst-cases.ts';

const SIZE = IS_WHOLE ? 25_000 : 5_000;
/** Ratio for twice the text: 2 if the time grows linearly, 4 if quadratically. */
const MOST = 3;
/** Below this, startup and garbage collection dominate. */
const TOO_SHORT_MS = 150;
const POINT = '## A\n\n- point';
/** Noise only ever adds to a time. */
const TRIES = 4;

const tally = startTally('The worst of each kind of text, and twice as much of it:');
let root: string;
let checks: ChildProcess;
let ended: Promise<readonly unknown[]>;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-worst-'));
  mkdirSync(join(root, 'content/talks'), { recursive: true });
  writeFileSync(join(root, 'content/transcript.txt'), 'Line one says 100 things.\n'.repeat(100));
  checks = fork(fileURLToPath(new URL('time-checks.mjs', import.meta.url)), { execArgv: [] });
  ended = next(checks, 'exit').then(() => [{ error: 'the process that checks has ended' }]);
  // Loading and compiling in the first run does not depend on the text.
  await spent(talk(POINT), 'zh-CN');
});
afterAll(() => {
  checks.kill();
  rmSync(root, { recursive: true, force: true });
});

/** Milliseconds that `check` takes for this talk, in a meetup in this language. */
async function spent(summary: string, lang: string): Promise<number> {
  const event = `---\ntitle: Meetup\nlang: ${lang}\nhost: Hanna\nsource: transcript.txt\n---\n`;
  writeFileSync(join(root, 'content/event.md'), event);
  writeFileSync(join(root, 'content/talks/01-ada.md'), summary);
  checks.send(root);
  const [answer] = (await Promise.race([next(checks, 'message'), ended])) as [
    { ms?: number; error?: string },
  ];
  expect(answer.error).toBeUndefined();
  return answer.ms ?? Number.NaN;
}

interface Case {
  readonly name: string;
  readonly lang: string;
  /** The whole summary. */
  readonly make: (size: number) => string;
}

const inBodies = (bodies: typeof WORST_CASES, lang: string): readonly Case[] =>
  Object.entries(bodies).map(([name, make]) => ({ name, lang, make: (size) => talk(make(size)) }));
const inFields = Object.entries(WORST_FIELDS).map(
  ([name, make]): Case => ({
    name,
    lang: 'zh-CN',
    make: (size) => talk(POINT).replace('Remember this.', () => make(size)),
  }),
);
const all = [...inBodies(WORST_CASES, 'zh-CN'), ...inBodies(WORST_IN_ENGLISH, 'en'), ...inFields];
const cases = shareOf(all, () => 'any', 1 / 6);
test.each(cases)('$name', async ({ make, lang }) => {
  let [once, twice] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isProportional = () => twice < TOO_SHORT_MS || twice <= MOST * once;
  for (let round = 0; round < TRIES && (round === 0 || !isProportional()); round += 1) {
    once = Math.min(once, await spent(make(SIZE), lang));
    twice = Math.min(twice, await spent(make(2 * SIZE), lang));
  }
  tally('texts of two lengths', 1, isProportional() ? 0 : 1);
  expect(isProportional(), `${once.toFixed()} ms, and ${twice.toFixed()} ms for twice as much`).toBe(true);
});
