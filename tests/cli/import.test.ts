import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from './run-cli.ts';

const CASE = fileURLToPath(new URL('../fixtures/importing/cases/c01-lost-first-name.txt', import.meta.url));
let temp: string;
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-import-')));
});
afterEach(() => {
  rmSync(temp, { recursive: true, force: true });
});

const run = (...args: readonly string[]) => runCli(['import', ...args], temp);
const read = (path: string) => readFileSync(join(temp, path), 'utf8');

describe('import', () => {
  it('writes a meetup with what is guessed above its field, and a report', async () => {
    const { code, stdout, stderr } = await run(CASE, '--yes', '--date', '2031-04-02');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('c01-lost-first-name.txt is read as labels: 2 talks, 1 question, host 林晓舟.');
    expect(readdirSync(join(temp, 'content')).sort()).toEqual([
      'event.md',
      'qa',
      'talks',
      'transcript.map.json',
      'transcript.txt',
    ]);
    expect(readdirSync(join(temp, 'content/talks'))).toEqual(['01-zhou-hailan.md', '02-chen-yian.md']);
    expect(read('content/transcript.txt')).toBe(readFileSync(CASE, 'utf8'));
    expect(read('content/event.md')).toContain('date: 2031-04-02\nhost: 林晓舟\nsource: transcript.txt\n');
    expect(read('content/talks/01-zhou-hailan.md')).toMatch(
      /^---\n# guessed: no name stands here; the next speaker says 老周, and only 周海岚 has no talk \(L21\)\nspeaker: 周海岚\n/,
    );
    expect(read('out/import-report.md')).toContain('## Names to look at');
    const check = JSON.parse((await runCli(['check', '--json'], temp)).stdout);
    expect(check.ok).toBe(true);
  });

  it('says the same as JSON, and writes nothing with --dry-run', async () => {
    const { code, stdout } = await run(CASE, '--json', '--dry-run', '--speaker', 'L13=王子墨');
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.report.talks.map(({ speaker }: { speaker: string }) => speaker)).toEqual([
      '王子墨',
      '陈以安',
      '周海岚',
    ]);
    expect(readdirSync(temp)).toEqual([]);
  });

  it('keeps what a person has edited, the next time', async () => {
    await run(CASE, '--yes');
    const path = 'content/talks/02-chen-yian.md';
    const edited = `${read(path)}\n## Mine\n\n- A point of my own\n`;
    writeFileSync(join(temp, path), edited);
    const { stdout } = await run(CASE, '--yes', '--lang', 'zh-TW');
    expect(read(path)).toBe(edited);
    expect(read('content/event.md')).toContain('lang: zh-TW');
    expect(stdout).toContain('Wrote');
  });

  it.each([
    [['missing.txt'], 'There is no file missing.txt.'],
    [['.'], 'Cannot read .: it is a folder, and no file.'],
    [[CASE, '--speaker', 'x'], '--speaker "x" has no label and name.'],
    [[CASE, '--speaker', 'Nobody=Ada'], 'Nobody has the label Nobody in this transcript.'],
    [[CASE, '--date', 'soon'], '"soon" is not a day.'],
    [[CASE, '--lang', 'not a tag'], '"not a tag" is not a language tag.'],
  ])('%j is refused', async (args, message) => {
    const { code, stderr } = await run(...args);
    expect({ code, isSaid: stderr.includes(message) }).toEqual({ code: 2, isSaid: true });
    expect(readdirSync(temp)).toEqual([]);
  });
});
