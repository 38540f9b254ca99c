import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { processMark, unfinishedPath } from '../../src/base/files.ts';
import { storeShell } from '../../src/slidev/shell/stored-shell.ts';

const MINUTE = 60;
const main = { url: '/shell/main.js', scripts: [], styles: [] };

let root: string;
let cache: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stored-shell-'));
  cache = join(root, 'cache');
  mkdirSync(join(root, 'built', 'shell'), { recursive: true });
  writeFileSync(join(root, 'built', 'shell', 'main.js'), 'main');
});
afterEach(() => rmSync(root, { recursive: true }));

const keep = (name: string) =>
  storeShell({ modules: {}, main, faces: [] }, [], join(root, 'built'), join(cache, name));

/** Something in the cache last used the given number of seconds ago. */
function leave(path: string, seconds: number): void {
  mkdirSync(join(path, 'shell'), { recursive: true });
  const time = Date.now() / 1000 - seconds;
  utimesSync(path, time, time);
}

test('a shell is copied whole, and nothing else is left', async () => {
  expect((await keep('one'))?.folder).toBe(join(cache, 'one', 'shell'));
  expect(readdirSync(cache)).toEqual(['one']);
  expect(readdirSync(join(cache, 'one')).sort()).toEqual(['shell', 'shell.json']);
});

test('of what was not used for an hour the latest are kept; of the rest, no more than a dozen', async () => {
  for (let no = 1; no <= 5; no += 1) leave(join(cache, `old-${no}`), (60 + no) * MINUTE);
  await keep('one');
  expect(readdirSync(cache).sort()).toEqual(['old-1', 'old-2', 'old-3', 'one']);
  for (let no = 1; no <= 14; no += 1) leave(join(cache, `late-${String(no).padStart(2, '0')}`), no * MINUTE);
  await keep('two');
  const late = Array.from({ length: 10 }, (_, at) => `late-${String(at + 1).padStart(2, '0')}`);
  expect(readdirSync(cache).sort()).toEqual([...late, 'one', 'two']);
});

test('what a process has left that ended goes; what one is making stays', async () => {
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const of = (mark: string, seconds: number): string => {
    const path = unfinishedPath(join(cache, 'one')).replace(`-${processMark()}-`, `-${mark}-`);
    leave(path, seconds);
    return path;
  };
  const left = of(`${ended}`, 2 * MINUTE);
  const making = of(processMark(), 2 * MINUTE);
  // It may belong to another machine.
  const late = of(`${ended}`, 1);
  // Its ID has been reused, on a system that does not report process start times.
  const longAgo = of(`${process.pid}`, 61 * MINUTE);
  for (let no = 1; no <= 3; no += 1) leave(join(cache, `old-${no}`), (60 + no) * MINUTE);
  await keep('two');
  expect([left, making, late, longAgo].map((path) => existsSync(path))).toEqual([false, true, true, false]);
  // They do not count towards the limit.
  expect(readdirSync(cache).filter((name) => name.startsWith('old'))).toHaveLength(3);
});
