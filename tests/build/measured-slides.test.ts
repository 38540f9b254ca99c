import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { readMeasured } from '../../src/build/measured-slides.ts';

// The file is in slides/, and may come with anyone's pull request.

let root: string;
const file = () => join(root, 'slides', '.measured.json');
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-measured-')));
  mkdirSync(join(root, 'slides'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('what an export has measured is read', () => {
  writeFileSync(file(), '{"ada x": 3, "ben y": 300}');
  expect(readMeasured(openProject(root))).toEqual({ 'ada x': 3, 'ben y': 300 });
});

test.each([
  '{"ada x": 301}',
  '{"ada x": -3}',
  '{"ada x": 0.5}',
  '{"ada x": "3"}',
  '{"ada x": {"y": 3}}',
  'null',
  '3',
  '{',
  '',
])('%s is nothing', (text) => {
  writeFileSync(file(), text);
  expect(readMeasured(openProject(root))).toEqual({});
});

test('a link out of slides/ is not followed', () => {
  writeFileSync(join(root, 'elsewhere.json'), '{"ada x": 3}');
  symlinkSync('../elsewhere.json', file());
  expect(readMeasured(openProject(root))).toEqual({});
});
