import { type ChildProcess, fork } from 'node:child_process';
import { once as next } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { talk } from '../compile-meetup.ts';
import { IS_WHOLE } from '../hostile/is-whole.ts';
import { shareOf } from '../hostile/share-of.ts';
import { startTally } from '../hostile/start-tally.ts';
import { WORST_CASES } from './worst-cases.ts';

const SIZE = IS_WHOLE ? 25_000 : 5_000;
/** Of twice the text: 2 where time grows in proportion, 4 where it grows with the square. */
const MOST = 3;
/** In less than that, starting up and tidying memory are what is measured. */
const TOO_SHORT_MS = 150;
/** Noise only ever adds to a time. */
const TRIES = 4;

const tally = startTally('The worst of each kind of text, and twice as much of it:');
let root: string;
let checks: ChildProcess;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-worst-'));
  mkdirSync(join(root, 'content/talks'), { recursive: true });
  writeFileSync(join(root, 'content/transcript.txt'), 'Line one says 100 things.\n'.repeat(100));
  writeFileSync(
    join(root, 'content/event.md'),
    '---\ntitle: Meetup\nlang: zh-CN\nhost: Hanna\nsource: transcript.txt\n---\n',
  );
  checks = fork(fileURLToPath(new URL('time-checks.mjs', import.meta.url)), { execArgv: [] });
  // What is loaded and compiled at the first run is none of the text's.
  await spent('## A\n\n- point');
});
afterAll(() => {
  checks.kill();
  rmSync(root, { recursive: true, force: true });
});

/** Milliseconds that `check` takes for a talk with this body. */
async function spent(body: string): Promise<number> {
  writeFileSync(join(root, 'content/talks/01-ada.md'), talk(body));
  checks.send(root);
  const [answer] = (await next(checks, 'message')) as [{ ms?: number; error?: string }];
  expect(answer.error).toBeUndefined();
  return answer.ms ?? Number.NaN;
}

const cases = shareOf(Object.entries(WORST_CASES), () => 'any', 1 / 6);
test.each(cases)('%s', async (_, make) => {
  let [once, twice] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isProportional = () => twice < TOO_SHORT_MS || twice <= MOST * once;
  for (let round = 0; round < TRIES && (round === 0 || !isProportional()); round += 1) {
    once = Math.min(once, await spent(make(SIZE)));
    twice = Math.min(twice, await spent(make(2 * SIZE)));
  }
  tally('texts of two lengths', 1, isProportional() ? 0 : 1);
  expect(isProportional(), `${once.toFixed()} ms, and ${twice.toFixed()} ms for twice as much`).toBe(true);
});
