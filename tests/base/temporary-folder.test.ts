import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { CliError } from '../../src/base/errors.ts';
import { processMark } from '../../src/base/files.ts';
import { temporaryFolder } from '../../src/base/temporary-folder.ts';
import { ownTemporary } from '../own-temporary.ts';

const temporary = ownTemporary('tmp');
afterEach(() => chmodSync(temporary(), 0o755));

/** ID of a process that has exited. */
const ended = (): number => spawnSync(process.execPath, ['--eval', '']).pid;

function make(name: string): string {
  mkdirSync(join(temporary(), name, 'profile'), { recursive: true });
  return join(temporary(), name);
}

/** The folder's name with that process ID in it. */
const nameOf = (path: string, mark: string | number) =>
  basename(path).replace(/^(talkdeck-\w{4})-[^-]+/, `$1-${mark}`);

test('a folder of a killed process goes at once; that of one that runs stays', async () => {
  const first = await temporaryFolder();
  const left = make(nameOf(first.path, ended()));
  const second = await temporaryFolder();
  expect(existsSync(left)).toBe(false);
  expect(existsSync(first.path)).toBe(true);
  await second.dispose();
  await first.dispose();
  expect(readdirSync(temporary())).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a folder of a killed process goes, though its number is in use again: by a process, or a thread of one',
  async () => {
    const began = processMark();
    const child = spawn(process.execPath, ['--eval', 'console.log(1); setInterval(() => {}, 1000)']);
    try {
      await once(child.stdout, 'data');
      const [thread = ''] = readdirSync(`/proc/${child.pid}/task`).filter((id) => id !== `${child.pid}`);
      const first = await temporaryFolder();
      const later = [`${child.pid}`, thread].map((id) => make(nameOf(first.path, began.replace(/^\d+/, id))));
      const own = make(nameOf(first.path, processMark(child.pid)));
      await (await temporaryFolder()).dispose();
      expect(later.map((each) => existsSync(each))).toEqual([false, false]);
      expect([first.path, own].map((each) => existsSync(each))).toEqual([true, true]);
      await first.dispose();
    } finally {
      child.kill();
    }
  },
);

test('a folder of another container, whose processes have numbers of their own, goes after a day', async () => {
  const pid = ended();
  const { path, dispose } = await temporaryFolder();
  const [, here = ''] = basename(path).split('-');
  const there = here === '0000' ? '1111' : '0000';
  const folders = [`talkdeck-${there}-${pid}-abc123`, `talkdeck-${pid}-123456`].map(make);
  await (await temporaryFolder()).dispose();
  expect(folders.map((each) => existsSync(each))).toEqual([true, true]);
  const longAgo = new Date(Date.now() - 25 * 3_600_000);
  for (const each of folders) utimesSync(each, longAgo, longAgo);
  await (await temporaryFolder()).dispose();
  expect(folders.map((each) => existsSync(each))).toEqual([false, false]);
  await dispose();
});

test('what is not ours stays, whatever its age', async () => {
  const others = ['talkdeck-cache-0', 'talkdeck-faults-abc', 'talkdeck-1', 'other-1-abc'].map(make);
  const longAgo = new Date(0);
  for (const each of others) utimesSync(each, longAgo, longAgo);
  await (await temporaryFolder()).dispose();
  expect(others.map((each) => existsSync(each))).toEqual([true, true, true, true]);
});

test('a missing folder for temporary files is reported, with what to do', async () => {
  process.env.TMPDIR = join(temporary(), 'none');
  const failure = await temporaryFolder().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CliError);
  expect(failure).toMatchObject({
    message: expect.stringContaining(`Cannot write to the folder for temporary files, ${temporary()}`),
    hint: expect.stringContaining('TMPDIR'),
  });
});

test.skipIf(process.platform === 'win32')(
  'a folder that may be written but not listed is enough; so is one that cannot be removed',
  () => {
    chmodSync(temporary(), 0o733);
    const module = new URL('../../src/base/temporary-folder.ts', import.meta.url);
    const script = `
      const { chmodSync, mkdirSync } = await import('node:fs');
      const { temporaryFolder } = await import(${JSON.stringify(module)});
      const { path, dispose } = await temporaryFolder();
      mkdirSync(path + '/a/b', { recursive: true });
      chmodSync(path + '/a', 0o500);
      await dispose();
      chmodSync(path + '/a', 0o700);
      await dispose();
    `;
    // Permissions do not apply to root.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', script],
      {
        env: { ...process.env, TSX_DISABLE_CACHE: '1' },
        cwd: temporary(),
        encoding: 'utf8',
        ...nobody,
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(temporary())).toEqual([]);
  },
);
