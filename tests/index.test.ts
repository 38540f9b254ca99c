import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { build, CliError, check, compile, exportDecks, fix } from '../src/index.ts';
import { runCli } from './cli/run-cli.ts';
import { writeSmallMeetup, writeTalk } from './e2e/small-meetup.ts';

const ADA = 'content/talks/ada.md';
let temp: string;
const said = vi.fn(() => true);

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'talkdeck-api-'));
  for (const name of ['one', 'two']) writeSmallMeetup(join(temp, name));
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(said);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(temp, { recursive: true });
  expect(said).not.toHaveBeenCalled(); // The functions print nothing.
});

test('decks of several meetups come as data, each with the places of its slides', async () => {
  writeTalk(join(temp, 'two'), 'cyd', 'Cyd', 'Locks', '- Safe');
  const roots = ['one', 'two'].map((name) => join(temp, name));
  const [one, two] = await Promise.all(roots.map((root) => compile({ root })));
  expect(one).toMatchObject({ ok: true, findings: [] });
  expect(one?.files.map(({ path }) => path)).toEqual(['ada.md', 'ben.md', 'qa.md', 'style.css']);
  expect(one?.decks[0]).toEqual({
    name: 'ada',
    kind: 'speaker',
    title: 'Stores',
    lang: 'en',
    speakers: ['Ada'],
    slides: [
      { title: 'Stores', file: ADA, line: 1 },
      { title: 'One', file: ADA, line: 7 },
      { title: 'If you remember one thing', file: ADA, line: 4 },
      { title: 'Questions answered', file: ADA, line: 1 },
      { title: 'Thank you', file: ADA, line: 1 },
    ],
  });
  expect(two?.decks.map(({ name, speakers }) => [name, speakers])).toEqual([
    ['ada', ['Ada']],
    ['ben', ['Ben']],
    ['cyd', ['Cyd']],
    ['qa', []],
  ]);
  expect(existsSync(join(temp, 'one', 'slides'))).toBe(false);
});

test('findings are data, of what an editor has not saved, too; that of other files is left out', async () => {
  const text = readFileSync(join(temp, 'one', ADA), 'utf8');
  const unsaved = {
    [ADA]: text.replace('speaker: Ada', 'speeker: Ada'),
    'content/talks/new.md': 'x',
    '../x': 'x',
  };
  const options = { cwd: temp, root: 'one' };
  expect(await check(options)).toMatchObject({ ok: true, visual: null });
  const { ok, findings, decks } = await check({ ...options, unsaved });
  expect([ok, decks]).toEqual([false, []]);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'missing-field',
    'unknown-key',
  ]);
  expect(findings.find(({ code }) => code === 'unknown-key')).toEqual({
    code: 'unknown-key',
    severity: 'error',
    file: ADA,
    line: 2,
    column: 1,
    length: 7,
    message: 'There is no field "speeker" here. Did you mean "speaker"?',
    why: expect.any(String),
    fix: expect.any(String),
  });
});

test('mechanical fixes are applied if approved', async () => {
  const root = join(temp, 'one');
  writeFileSync(join(root, 'content', 'event.md'), '---\ntitle: 数据\nlang: zh-CN\nhost: Cy\n---\n');
  writeTalk(root, 'ada', 'Ada', 'Stores', '- 用Redis存');
  const before = readFileSync(join(root, ADA), 'utf8');
  const refused = await fix({ root, approve: async (changes) => changes.length > 1 });
  expect(refused).toEqual({
    changes: [{ path: ADA, before, after: before.replace('用Redis存', '用 Redis 存') }],
    written: false,
  });
  expect(readFileSync(join(root, ADA), 'utf8')).toBe(before);
  expect(await fix({ root })).toEqual({ ...refused, written: true });
  expect(await fix({ root })).toEqual({ changes: [], written: false });
});

test('a build says what it wrote, and what became of edits', async () => {
  const root = join(temp, 'one');
  const decks = ['ada.md', 'ben.md', 'qa.md', 'style.css'];
  expect(await build({ root })).toMatchObject({ ok: true, decks: 3, written: decks, unchanged: [] });
  expect(await build({ root })).toMatchObject({ written: [], unchanged: decks, notes: [] });
  const deck = join(root, 'slides', 'ada.md');
  writeFileSync(deck, readFileSync(deck, 'utf8').replace('Fast', 'Slow'));
  const built = await build({ cwd: root });
  expect(built).toMatchObject({ written: ['ada.md'], kept: [{ path: 'ada.md', keptAs: 'ada.edited.md' }] });
  expect(built.notes).toEqual([expect.stringMatching(/^slides\/ada\.md was edited by hand: /)]);
  writeTalk(root, 'ada', 'Ada', '""', '- Fast');
  expect(await build({ root })).toMatchObject({ ok: false, decks: 0, written: [] });
});

test('nothing is exported of content with errors', async () => {
  writeTalk(join(temp, 'one'), 'ada', 'Ada', '""', '- Fast');
  const report = await exportDecks({ root: join(temp, 'one') });
  expect(report).toMatchObject({ ok: false, compiled: false, decks: [], whole: null, shard: null });
  expect(existsSync(join(temp, 'one', 'slides'))).toBe(false);
});

test('what the environment lacks is a CliError', async () => {
  const root = join(temp, 'three');
  for (const work of [compile, check, fix, build, exportDecks])
    await expect(work({ root })).rejects.toMatchObject({
      constructor: CliError,
      message: `There is no content/ folder in ${root}.`,
      hint: expect.any(String),
    });
  const wrong = exportDecks({ root: join(temp, 'one'), decks: ['adda'] });
  await expect(wrong).rejects.toMatchObject({
    message: 'There is no deck "adda".',
    hint: 'Did you mean "ada"?',
  });
});

test('folders of shards are relative to where the command runs, not the process', async () => {
  mkdirSync(join(temp, 'parts'));
  const wanted = `There is no shard in ${join(temp, 'parts')}.`;
  await expect(exportDecks({ cwd: temp, root: 'one', merge: ['parts'] })).rejects.toThrow(wanted);
  const { code, stderr } = await runCli(['export', '--root', 'one', '--merge', 'parts'], temp);
  expect([code, stderr]).toEqual([2, expect.stringContaining(wanted)]);
});
