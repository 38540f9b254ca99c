import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { IS_WHOLE } from '../deep.ts';
import { askBytes } from '../dev/ask-bytes.ts';
import { askRaw } from '../dev/ask-raw.ts';
import { type RunningDev, runDev } from '../dev/run-dev.ts';
import { oddRequests } from './gate-requests.ts';
import { SEED } from './seed.ts';
import { startTally } from './start-tally.ts';

const SECRET = 'SECRET-77ab1c';
const COUNT = IS_WHOLE ? 6_000 : 600;
const AT_ONCE = 16;
/** All statuses that the gate's routes return; 417 to 505 are Node's own, for what is not a valid request. */
const ANSWERS = new Set([101, 200, 204, 206, 302, 304, 400, 403, 404, 413, 416, 417, 431]);

const root = mkdtempSync(join(tmpdir(), 'talkdeck-gate-'));
let dev: RunningDev;
const tally = startTally(`Requests to dev, seed ${SEED}`);

beforeAll(async () => {
  for (const folder of ['content/talks', 'content/qa']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'secret.md'), SECRET);
  writeFileSync(join(root, 'content/event.md'), '---\ntitle: Founders\nlang: en\nhost: Hanna\n---\n');
  writeFileSync(
    join(root, 'content/talks/ada.md'),
    '---\nspeaker: Ada\ntitle: A talk\ntakeaway: Remember this.\n---\n\n## What it does\n\n- It runs at 40 companies.\n',
  );
  writeFileSync(
    join(root, 'content/qa/start.md'),
    '---\nquestion: How do you start?\naskedBy: A listener\ntopic: Beginnings\n---\n\n### Ada\n\n- With one customer.\n',
  );
  dev = await runDev(root, ['--port', '0'], { LAUNCH_EDITOR: join(root, 'no-editor') });
  // Everything that a request could reach is loaded from here on.
  expect((await askRaw(dev.port, '/ada/@slidev/slides/1/md')).status).toBe(200);
});
afterAll(async () => {
  await dev.stop();
  rmSync(root, { recursive: true, force: true });
});

test(`of ${COUNT} odd requests each gets an answer of the list, none a secret, and the process lives (seed ${SEED})`, async () => {
  const target = { PORT: String(dev.port), DECK: 'ada', ROOT: root, THEME: openProject(root).themeFolder };
  const requests = oddRequests(COUNT, target);
  const deck = readFileSync(join(root, 'slides/ada.md'), 'utf8');
  const wrong: string[] = [];
  const statuses = new Map<number, number>();
  const waiting = requests.values();
  const ask = async () => {
    for (const request of waiting) await look(request);
  };
  const look = async ({ bytes, told, mayHangUp }: (typeof requests)[number]) => {
    const { status, headers, text } = await askBytes(dev.port, bytes);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const isListed = ANSWERS.has(status) || (status === 0 && mayHangUp);
    const isKept =
      status === 0 ||
      status === 101 ||
      (headers['x-content-type-options'] === 'nosniff' && headers['content-security-policy'] !== undefined);
    const isSecret =
      text.includes(SECRET) || /^root:.*:0:0:/m.test(text) || headers['access-control-allow-origin'];
    if (!isListed || !isKept || isSecret) wrong.push(`${status} ${told}`);
  };
  // Many requests wait until the server gives up on an incomplete one.
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  tally('requests', requests.length, wrong.length);
  expect(wrong).toEqual([]);
  // The requests also reached what exists.
  for (const status of [200, 204, 400, 403, 404, 413])
    expect(statuses.get(status), String(status)).toBeGreaterThan(0);
  expect((await askRaw(dev.port, '/')).status).toBe(200);
  const { text } = await askRaw(dev.port, '/ada/@server-reactive/nav');
  expect(text).not.toContain('polluted');
  expect(readFileSync(join(root, 'slides/ada.md'), 'utf8')).toBe(deck);
  expect(dev.output()).not.toMatch(/\n\s+at .*:\d+:\d+/);
});
