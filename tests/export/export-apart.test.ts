import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportApart } from '../../src/export/export-apart.ts';
import { planOf } from '../../src/export/plan.ts';
import { writeSmallMeetup, writeTalk } from '../e2e/small-meetup.ts';

const never = new AbortController().signal;
const plan = planOf({ names: [], products: [], shard: null, useCache: true });

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-apart-'));
  writeSmallMeetup(root);
  writeTalk(root, 'ada', 'Ada', '""', '- Fast');
});
afterAll(() => rmSync(root, { recursive: true }));

test('an export in a process of its own reports as one here does', async () => {
  const report = await exportApart(root, plan, never);
  expect(report).toMatchObject({ isCompiled: false, decks: [], whole: null });
  expect(report.findings).toMatchObject([
    { code: 'empty-field', file: 'content/talks/ada.md', at: { line: 3 } },
  ]);
});

test('a problem of the environment is reported with its hint', async () => {
  await expect(exportApart(join(root, 'none'), plan, never)).rejects.toThrow(
    /^There is no content\/ folder in .+\nRun talkdeck where your content\/ folder is/,
  );
});

test('it ends when nobody waits for it any more', async () => {
  const abort = new AbortController();
  const exported = exportApart(root, plan, abort.signal);
  abort.abort(new Error('gone'));
  await expect(exported).rejects.toThrow('gone');
});
