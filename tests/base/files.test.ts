import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliError } from '../../src/base/errors.ts';
import { processMark, writeFiles } from '../../src/base/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

/** Every file below the folder. */
const files = (): readonly string[] =>
  (readdirSync(folder, { recursive: true, withFileTypes: false }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

describe('files are written', () => {
  it('with their folders, text and bytes alike', () => {
    const report = writeFiles(join(folder, 'new'), [
      { path: 'a.md', content: '开源\n' },
      { path: 'assets/deep/b.png', content: Uint8Array.of(0, 255) },
    ]);
    expect(report).toEqual({ written: ['a.md', 'assets/deep/b.png'], unchanged: [] });
    expect(read('new/a.md')).toBe('开源\n');
    expect([...readFileSync(join(folder, 'new/assets/deep/b.png'))]).toEqual([0, 255]);
    expect(files()).toEqual(['new/a.md', 'new/assets/deep/b.png']);
  });

  it('but not where the bytes are there already', () => {
    const content = [
      { path: 'a.md', content: '一\n' },
      { path: 'b.md', content: '二\n' },
    ];
    writeFiles(folder, content);
    const past = new Date('2020-07-04T12:00:00Z');
    for (const { path } of content) utimesSync(join(folder, path), past, past);
    // Of the same length, so that only the content differs.
    expect(writeFiles(folder, [...content.slice(0, 1), { path: 'b.md', content: '三\n' }])).toEqual({
      written: ['b.md'],
      unchanged: ['a.md'],
    });
    expect(statSync(join(folder, 'a.md')).mtime).toEqual(past);
    expect(statSync(join(folder, 'b.md')).mtime).not.toEqual(past);
    expect(read('b.md')).toBe('三\n');
  });

  it('and other files of the folder stay', () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    writeFiles(folder, [{ path: 'a.md', content: 'a' }]);
    expect(files()).toEqual(['a.md', 'mine.txt']);
  });
});

it('what killed processes have left is removed after a minute, and nothing else', () => {
  const { pid: ended = 0 } = spawnSync(process.execPath, ['--version']);
  const left = (name: string, minutes: number) => {
    writeFileSync(join(folder, name), 'half');
    const past = new Date(Date.now() - minutes * 60_000);
    utimesSync(join(folder, name), past, past);
  };
  left(`a.md.talkdeck-${ended}.tmp`, 2);
  left(`b.md.talkdeck-${ended}.tmp`, 0.5);
  left(`c.md.talkdeck-${process.ppid}.tmp`, 2);
  // The process ID has been reused, which only systems with process start times can tell.
  left(`d.md.talkdeck-${processMark(process.ppid)}y.tmp`, 2);
  left('mine.123.tmp', 2);
  writeFiles(folder, [{ path: 'a.md', content: 'new' }]);
  expect(files()).toEqual([
    'a.md',
    `b.md.talkdeck-${ended}.tmp`,
    `c.md.talkdeck-${process.ppid}.tmp`,
    ...(process.platform === 'linux' ? [] : [`d.md.talkdeck-${process.ppid}y.tmp`]),
    'mine.123.tmp',
  ]);
});

describe('a file that cannot be written is explained, and nothing is left behind', () => {
  const failure = (path: string): unknown => {
    try {
      return writeFiles(folder, [{ path, content: 'new' }]);
    } catch (cause) {
      return cause;
    }
  };

  it('where a folder has its name', () => {
    mkdirSync(join(folder, 'a.md'));
    writeFileSync(join(folder, 'a.md', 'inside'), 'old');
    const cause = failure('a.md');
    expect(cause).toBeInstanceOf(CliError);
    expect((cause as CliError).message).toContain(join(folder, 'a.md'));
    expect((cause as CliError).hint).toContain('untouched');
    expect(files()).toEqual(['a.md/inside']);
  });

  it('where a file has the name of its folder', () => {
    writeFileSync(join(folder, 'assets'), 'old');
    expect(failure('assets/a.png')).toBeInstanceOf(CliError);
    expect(files()).toEqual(['assets']);
    expect(read('assets')).toBe('old');
  });

  // Root may write anywhere.
  it.skipIf(process.getuid?.() === 0)('where the folder is read-only', () => {
    writeFileSync(join(folder, 'a.md'), 'old');
    chmodSync(folder, 0o555);
    try {
      expect(failure('a.md')).toBeInstanceOf(CliError);
      expect(read('a.md')).toBe('old');
      expect(files()).toEqual(['a.md']);
    } finally {
      chmodSync(folder, 0o755);
    }
  });
});

describe.skipIf(process.platform === 'win32')('a link that a pull request brings leads nowhere', () => {
  const elsewhere = () => join(folder, 'elsewhere');
  const own = () => join(folder, 'own');
  const cause = (path: string): unknown => {
    try {
      return writeFiles(own(), [{ path, content: 'new' }]);
    } catch (error) {
      return (error as CliError).message;
    }
  };
  beforeEach(() => mkdirSync(elsewhere()));

  it('where it is the folder itself, or one below', () => {
    symlinkSync('elsewhere', own());
    expect(cause('a.md')).toBe(`${own()} is a link, and nothing is written where it leads.`);
    expect(cause('deep/a.md')).toContain(`${own()} is a link,`);
    rmSync(own());
    mkdirSync(own());
    symlinkSync('../elsewhere', join(own(), 'assets'));
    expect(cause('assets/a.png')).toContain(`${join(own(), 'assets')} is a link,`);
    expect(cause('assets/deep/a.png')).toContain(`${join(own(), 'assets')} is a link,`);
    expect(readdirSync(elsewhere())).toEqual([]);
  });

  it('where it is the file: the new one takes its place', () => {
    mkdirSync(own());
    writeFileSync(join(elsewhere(), 'a.md'), 'old');
    symlinkSync('../elsewhere/a.md', join(own(), 'a.md'));
    symlinkSync('/dev/zero', join(own(), 'b.md'));
    const both = ['a.md', 'b.md'].map((path) => ({ path, content: 'old' }));
    expect(writeFiles(own(), both).written).toEqual(['a.md', 'b.md']);
    expect(readFileSync(join(elsewhere(), 'a.md'), 'utf8')).toBe('old');
    expect(['a.md', 'b.md'].map((path) => lstatSync(join(own(), path)).isFile())).toEqual([true, true]);
  });
});
