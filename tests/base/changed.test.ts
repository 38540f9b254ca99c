import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentDigest } from '../../src/base/changed.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-digest-'));
  mkdirSync(join(root, 'a'));
  writeFileSync(join(root, 'a', 'one.css'), 'one');
  writeFileSync(join(root, 'two.css'), 'two');
});

afterEach(() => rmSync(root, { recursive: true }));

test('it is about what files contain and how they are called, not about when they were written', () => {
  const before = contentDigest([root]);
  utimesSync(join(root, 'two.css'), new Date(0), new Date(0));
  expect(contentDigest([root])).toBe(before);
  writeFileSync(join(root, 'two.css'), 'owt');
  const changed = contentDigest([root]);
  expect(changed).not.toBe(before);
  renameSync(join(root, 'two.css'), join(root, 'three.css'));
  expect(contentDigest([root])).not.toBe(changed);
});

test('packages that somebody installed there do not count, and a loop of links does no harm', () => {
  const before = contentDigest([root]);
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules', 'x.js'), 'x');
  symlinkSync('..', join(root, 'a', 'loop'));
  expect(contentDigest([root])).toBe(before);
});

test('a missing file counts as empty', () => {
  expect(contentDigest([join(root, 'nothing')])).not.toBe(contentDigest([join(root, 'two.css')]));
});

test.skipIf(process.platform === 'win32')(
  'anything but a file counts as empty, and is not waited for',
  () => {
    const before = contentDigest([root]);
    execFileSync('mkfifo', [join(root, 'a', 'pipe')]);
    symlinkSync('/dev/zero', join(root, 'a', 'zero'));
    const after = contentDigest([root]);
    expect(after).not.toBe(before);
    rmSync(join(root, 'a', 'pipe'));
    writeFileSync(join(root, 'a', 'pipe'), '');
    expect(contentDigest([root])).toBe(after);
  },
);
