import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { writeSmallMeetup } from './small-meetup.ts';

const IS_ROOT = process.getuid?.() === 0;
/** A user without root's permissions, if the tests run as root. */
const NOBODY = IS_ROOT ? { uid: 65_534, gid: 65_534 } : {};
/** A talk with a comma that `check --fix` corrects. */
const FAULTY =
  '---\nspeaker: Ada\ntitle: Stores\ntakeaway: \u8bb0\u4f4f\n---\n\n## One\n\n- \u5feb,\u4e14\u5c0f\n';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-faults-'));
  chmodSync(root, 0o777);
  writeSmallMeetup(root);
  const event = '---\ntitle: Data\nlang: zh-CN\nhost: Cy\n---\n';
  writeFileSync(join(root, 'content/event.md'), event);
});
afterEach(() => {
  for (const path of ['content/talks', 'slides', '.']) {
    try {
      chmodSync(join(root, path), 0o777);
    } catch {
      // Not every test creates them.
    }
  }
  rmSync(root, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
}

function talkdeck(
  args: readonly string[],
  options: { readonly uid?: number; readonly gid?: number } = {},
): Ended {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'dist', 'cli.js'), ...args, '--root', root],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, timeout: 300_000, ...options },
  );
  return { code: status, stderr };
}

/** The files of a folder with their texts. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(path, 'utf8')]));
}

/** The failure is reported with the path, without a stack trace, and with exit code 2. */
function isRefused({ code, stderr }: Ended, reason: RegExp): void {
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(reason) });
  expect(stderr).not.toContain('    at ');
}

/** Commands that write, and the folder that must not change if they fail. */
const WRITERS = [
  ['build', 'slides', ['build']],
  ['check --fix', 'content/talks', ['check', '--fix', '--yes']],
  ['new talk', 'content/talks', ['new', 'talk', 'Zoe']],
  ['init', '.', ['init', '--lang', 'en', '--yes']],
] as const;

describe.skipIf(process.platform === 'win32')('without the right to write', () => {
  test.each(WRITERS)('%s says so, and changes nothing', (name, folder, args) => {
    // Permissions matter only if the child process can run as another user.
    expect(talkdeck(['build'], NOBODY).code).toBe(0);
    writeFileSync(join(root, 'content/talks/ada.md'), FAULTY);
    if (name === 'init') rmSync(join(root, 'content'), { recursive: true });
    const before = filesOf(folder);
    chmodSync(join(root, folder), 0o555);
    isRefused(talkdeck(args, NOBODY), /EACCES/);
    expect(filesOf(folder)).toEqual(before);
  });

  test('a summary that may not be read is named', () => {
    chmodSync(join(root, 'content/talks/ada.md'), 0o000);
    if (IS_ROOT) isRefused(talkdeck(['build'], NOBODY), /Cannot read .*ada\.md/);
    else isRefused(talkdeck(['build']), /Cannot read .*ada\.md/);
  });
});

/** Mounts an almost full file system over a folder; returns false without permission to mount. */
function fill(folder: string): boolean {
  const path = join(root, folder);
  const kept = mkdtempSync(join(tmpdir(), 'talkdeck-kept-'));
  cpSync(path, kept, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=777', 'tmpfs', path]).status === 0;
  if (mounted) cpSync(kept, path, { recursive: true });
  rmSync(kept, { recursive: true });
  for (let size = 65_536; mounted && size > 0; size = Math.floor(size / 2)) {
    try {
      writeFileSync(join(path, 'filler'), Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Try a smaller size.
    }
  }
  return mounted;
}

describe('on a full disk', () => {
  test.for(WRITERS.slice(0, 3))('%s says so, and changes nothing', ([, folder, args], { skip }) => {
    mkdirSync(join(root, 'slides'));
    expect(talkdeck(['build']).code).toBe(0);
    writeFileSync(join(root, 'content/talks/ada.md'), FAULTY);
    if (!fill(folder)) return skip('mounting a small file system needs rights');
    try {
      const before = filesOf(folder);
      isRefused(talkdeck(args), /ENOSPC/);
      expect(filesOf(folder)).toEqual(before);
    } finally {
      spawnSync('umount', [join(root, folder)]);
    }
  });
});

describe.skipIf(process.platform === 'win32')('links that lead in circles', () => {
  test('are followed nowhere: a summary that is one is refused, folders are passed over', () => {
    symlinkSync('..', join(root, 'content', 'up'));
    symlinkSync('.', join(root, 'content', 'talks', 'here'));
    mkdirSync(join(root, 'content', 'assets'));
    symlinkSync('.', join(root, 'content', 'assets', 'assets'));
    mkdirSync(join(root, 'templates'));
    symlinkSync('.', join(root, 'templates', 'templates'));
    expect(talkdeck(['build'])).toEqual({ code: 0, stderr: '' });
    symlinkSync('loop.md', join(root, 'content', 'talks', 'loop.md'));
    const { code, stderr } = talkdeck(['check']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('content/talks/loop.md') });
  });

  test('a picture that is one is said', () => {
    mkdirSync(join(root, 'content', 'assets'));
    symlinkSync('b.png', join(root, 'content', 'assets', 'a.png'));
    symlinkSync('a.png', join(root, 'content', 'assets', 'b.png'));
    writeFileSync(
      join(root, 'content/talks/ada.md'),
      '---\nspeaker: Ada\ntitle: T\ntakeaway: K\n---\n\n## One\n\n![A](../assets/a.png)\n',
    );
    const { code, stderr } = talkdeck(['check']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('assets/a.png') });
  });
});

test('summaries whose names differ in case alone would be one deck where case is not told apart', () => {
  writeFileSync(join(root, 'content/talks/ADA.md'), FAULTY.replace('Ada', 'Zoe'));
  const { code, stderr } = talkdeck(['build']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('duplicate-slug') });
});

test('a folder whose path dev cannot serve is refused by dev, and by nothing else', () => {
  root = join(root, '100% #1');
  writeSmallMeetup(root);
  try {
    expect(talkdeck(['build']).code).toBe(0);
    expect(talkdeck(['check']).code).toBe(0);
    isRefused(talkdeck(['dev', '--port', '0']), /: % means something in an address/);
  } finally {
    root = dirname(root);
  }
});
