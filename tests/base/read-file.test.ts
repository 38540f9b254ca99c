import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inEnglish } from '../../src/base/errors.ts';
import { createMemory } from '../../src/base/memory.ts';
import { FileReader, type ReadRules, readFile, whyNotRead } from '../../src/base/read-file.ts';

let root: string;
const SECRET = 'token=5d1f';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-read-')));
  mkdirSync(join(root, 'in'));
  mkdirSync(join(root, 'out'));
  writeFileSync(join(root, 'in', 'a.txt'), 'one');
  writeFileSync(join(root, 'out', 'secret.txt'), SECRET);
});

afterEach(() => rmSync(root, { recursive: true }));

const inside = (limit = 100): ReadRules => ({ place: { within: join(root, 'in') }, limit });
const unlinked = (from: string): ReadRules => ({ place: { unlinkedFrom: join(root, from) }, limit: 100 });
const ANYWHERE: ReadRules = { place: 'anywhere', limit: 100 };

function read(path: string, rules: ReadRules): string {
  const file = readFile(join(root, path), rules);
  return file.state === 'ok' ? `ok: ${file.value}` : `${file.state}: ${inEnglish(whyNotRead(file))}`;
}

const link = (target: string, path: string) => symlinkSync(target, join(root, path));

test('a file of the folder is read, and so is one that a link within it leads to', () => {
  link('a.txt', 'in/b.txt');
  link('in', 'again');
  expect(read('in/a.txt', inside())).toBe('ok: one');
  expect(read('in/b.txt', inside())).toBe('ok: one');
  expect(read('again/a.txt', { place: { within: join(root, 'again') }, limit: 3 })).toBe('ok: one');
});

test.each([
  ['../out/secret.txt', 'in/x', 'outside: it is a link that leads out of the folder that it must lie in'],
  ['/dev/zero', 'in/x', 'outside: it is a link that leads out of the folder that it must lie in'],
  ['/proc/self/environ', 'in/x', 'outside: it is a link that leads out of the folder that it must lie in'],
  ['nowhere', 'in/x', 'broken-link: it is a link that leads nowhere'],
  ['x', 'in/x', 'broken-link: ELOOP: it is a link that leads back to itself'],
  ['.', 'in/x', 'no-file: it is a folder, and no file'],
])('a link to %s is not followed', (target, path, expected) => {
  link(target, path);
  expect(read(path, inside())).toBe(expected);
});

test('a file outside is not read by any path to it', () => {
  link('../out', 'in/folder');
  expect(read('in/../out/secret.txt', inside())).toMatch(/^outside/);
  expect(read('out/secret.txt', inside())).toMatch(/^outside/);
  expect(read('in/folder/secret.txt', inside())).toMatch(/^outside/);
  expect(read('in/none/../../out/secret.txt', inside())).toMatch(/^outside/);
});

test('where no link may be on the way, none is', () => {
  link('secret.txt', 'out/x');
  link('out', 'way');
  expect(read('out/secret.txt', unlinked('in'))).toBe(`ok: ${SECRET}`);
  expect(read('out/x', unlinked('in'))).toBe('linked: it is a link, or one is on the way to it');
  expect(read('way/secret.txt', unlinked('in'))).toBe('linked: it is a link, or one is on the way to it');
  expect(read('way/secret.txt', ANYWHERE)).toBe(`ok: ${SECRET}`);
  // The folder itself may be below a link, as the temporary folder is on some systems.
  mkdirSync(join(root, 'out', 'meetup'));
  expect(read('way/secret.txt', unlinked('way/meetup'))).toBe(`ok: ${SECRET}`);
  expect(read('way/x', unlinked('way/meetup'))).toBe('linked: it is a link, or one is on the way to it');
});

test.skipIf(process.platform === 'win32')('anything but a file is not waited for', async () => {
  execFileSync('mkfifo', [join(root, 'in', 'pipe')]);
  expect(read('in/pipe', inside())).toBe('no-file: it is a pipe, and no file');
  expect(readFile('/dev/zero', ANYWHERE)).toEqual({ state: 'no-file', found: 'a device' });
  expect(read('in', ANYWHERE)).toBe('no-file: it is a folder, and no file');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(root, 'in', 'socket'), resolve));
  expect(read('in/socket', inside())).toBe('no-file: it is a socket, and no file');
  await new Promise((resolve) => server.close(resolve));
});

test('no more is read than may be', () => {
  expect(read('in/a.txt', inside(3))).toBe('ok: one');
  truncateSync(join(root, 'in', 'a.txt'), 3 * 1024 ** 3);
  expect(read('in/a.txt', inside(1024 ** 2))).toBe('too-large: it has 3072.0 MB, and may have 1.0 MB');
});

// Files in /proc report a size of 0.
test.runIf(process.platform === 'linux')('nor of a file that has more than it says', () => {
  expect(readFile('/proc/self/status', { place: 'anywhere', limit: 10 })).toEqual({
    state: 'too-large',
    bytes: 11,
    limit: 10,
  });
  expect(readFile('/proc/self/status', { place: 'anywhere', limit: 100_000 }).state).toBe('ok');
});

test('names that no file can have are those of files that are missing', () => {
  expect(read('in/none', inside())).toBe('missing: there is no such file');
  expect(read('in/a.txt/b', inside())).toBe('missing: there is no such file');
  expect(read('in/a\0b', inside())).toBe('missing: there is no such file');
});

test('a result is recomputed when the file, or another input, has changed', () => {
  const memory = createMemory();
  const made: string[] = [];
  const path = join(root, 'in', 'a.txt');
  const make = (input: string) =>
    new FileReader(memory).read(path, inside(), 'a', (bytes) => made.push(`${bytes} ${input}`), input);
  make('x');
  make('y');
  appendFileSync(path, ' two');
  make('y');
  expect(made).toEqual(['one x', 'one y', 'one two y']);
});
