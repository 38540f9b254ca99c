import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli, startCli } from './run-cli.ts';

const CASE = fileURLToPath(new URL('../fixtures/importing/cases/c01-lost-first-name.txt', import.meta.url));
/** Two talks, a speaker's question, and one from the audience. */
const ASKED = CASE.replace('c01-lost-first-name', 'c03-speakers-ask-each-other');
const OF_THE_AUDIENCE = [
  '林晓舟：谢谢，请下一位提问。',
  '何小满：我想问以安，这个数据库现在有多少客户？',
  '陈以安：现在有一百二十个客户，一半在海外。',
];
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
      /^---\n# 猜测：这里没有名字；下一位说到“老周”，而只有“周海岚”还没有分享（L21）\nspeaker: 周海岚\n/,
    );
    expect(read('out/import-report.md')).toContain('## Names to look at');
    const check = JSON.parse((await runCli(['check', '--json'], temp)).stdout);
    expect(check.ok).toBe(true);
  });

  it('is reported in Chinese, where messages are', async () => {
    const { stdout } = await runCli(['import', CASE, '--yes'], temp, { LC_ALL: 'zh_CN.UTF-8' });
    expect(stdout).toBe(`c01-lost-first-name.txt 按 labels 格式读取：2 场分享、1 个问题，主持人：林晓舟。
在 content/ 写入 5 个文件。
  content/talks/01-zhou-hailan.md 的分享人：周海岚（这里没有名字；下一位说到“老周”，而只有“周海岚”还没有分享）
  活动的标题：港口数据第十二期实录（第一行）
2 处需要核对，见 out/import-report.md。之后请运行 talkdeck check。
`);
    expect(read('out/import-report.md')).toBe(`# 导入 c01-lost-first-name.txt

共 35 行，按 labels 格式、utf-8 编码读取，看作系列分享：2 场分享、1 个问题。行号指 content/transcript.txt 的行。

## 需要核对的名字

- content/talks/01-zhou-hailan.md 的分享人：周海岚，依据：这里没有名字；下一位说到“老周”，而只有“周海岚”还没有分享（L21）
- 活动的标题：港口数据第十二期实录，依据：第一行（L1）

## 每场分享被引用的比例

- \`content/talks/01-zhou-hailan.md\`：L13-15 的 100%，周海岚
- \`content/talks/02-chen-yian.md\`：L21 的 100%，陈以安

## 每人讲话的比例

- 陈以安：88%
- 林晓舟：10%
- 周海岚：2%
`);
    const { names } = JSON.parse(read('out/import-report.json'));
    expect(names[1]).toMatchObject({ of: 'title of the meetup', how: 'the first line' });
  });

  it('says the same as JSON, and writes nothing with --dry-run', async () => {
    const { code, stdout } = await run(CASE, '--json', '--dry-run', '--speaker', 'L13=王子墨');
    expect(code).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.report.talks.map(({ speaker }: { speaker: string }) => speaker)).toEqual([
      '王子墨',
      '陈以安',
    ]);
    expect(readdirSync(temp)).toEqual([]);
  });

  it('names guests and people of the audience in event.md', async () => {
    await run(CASE, '--yes', '--speaker', 'L13=王子墨');
    expect(read('content/event.md')).toContain('host: 林晓舟\npeople:\n  - 周海岚\nsource: transcript.txt\n');
    writeFileSync(
      join(temp, 'asked.txt'),
      `${readFileSync(ASKED, 'utf8')}\n${OF_THE_AUDIENCE.join('\n\n')}\n`,
    );
    await run('asked.txt', '--yes', '--root', 'b');
    expect(read('b/content/event.md')).toContain('\npeople:\n  - 何小满\nsource: transcript.txt\n');
    const check = JSON.parse((await runCli(['check', '--json', '--root', 'b'], temp)).stdout);
    expect(check.findings.filter(({ code }: { code: string }) => code === 'unknown-person')).toEqual([]);
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

  it('reads 50,000 captions, 5 MB, within a heap of 75: each takes little more than its text', () => {
    const clock = (at: number) => new Date(at * 1_000).toISOString().slice(11, 23);
    const said = (at: number) => `We keep row ${at} of the index here, and its copy on another machine.`;
    const cues = Array.from(
      { length: 50_000 },
      (_, at) =>
        `${clock(at * 0.7)} --> ${clock(at * 0.7 + 0.6)}\n${at % 40 < 20 ? 'Ada' : 'Ben'}: ${said(at)}\n`,
    );
    writeFileSync(join(temp, 'long.vtt'), `WEBVTT\n\n${cues.join('\n')}`);
    const { code, stderr } = startCli(['import', 'long.vtt', '--yes'], temp, ['--max-old-space-size=75']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(read('content/transcript.txt')).toContain('row 49999 of the index');
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
