import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveFixes } from '../../src/advice/fix-content.ts';
import { CliError } from '../../src/base/errors.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-save-'));
  writeFileSync(join(root, 'a.md'), 'one\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const fix = (path: string, before = 'one\n') => ({ path, before, after: 'two\n', findings: [] });
const a = () => readFileSync(join(root, 'a.md'), 'utf8');

test('fixes are written', () => {
  saveFixes(root, [fix('a.md')]);
  expect(a()).toBe('two\n');
});

test.each([
  ['edited', fix('a.md', 'other\n')],
  ['renamed', fix('b.md')],
])('nothing is written where a file was %s meanwhile', (_, file) => {
  const save = () => saveFixes(root, [fix('a.md'), file]);
  expect(save).toThrow(CliError);
  expect(save).toThrow(`${file.path} was changed meanwhile.`);
  expect(a()).toBe('one\n');
});
