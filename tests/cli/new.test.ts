import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReport, runCli, snapshot } from './run-cli.ts';

let temp: string;
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-new-')));
});
afterEach(() => {
  rmSync(temp, { recursive: true, force: true });
});

const begin = (lang: string) =>
  runCli(['init', '--lang', lang, '--speaker', lang === 'en' ? 'Ann' : '陈默'], temp);
const read = (path: string): string => readFileSync(join(temp, 'content', path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(temp, 'content', path), text);
const run = (...args: readonly string[]) => runCli(['new', ...args], temp);

/** File, line and code of each finding. */
const findings = async () =>
  parseReport(await runCli(['check', '--json'], temp)).findings.map(
    ({ file, line, code }) => `${file}:${line} ${code}`,
  );

describe('new talk', () => {
  it('writes nothing where a folder of the meetup is a link', async () => {
    await begin('en');
    mkdirSync(join(temp, 'elsewhere'));
    rmSync(join(temp, 'content/talks'), { recursive: true });
    symlinkSync(join(temp, 'elsewhere'), join(temp, 'content/talks'));
    const { code, stderr } = await run('talk', 'Ben');
    expect({ code, isSaid: stderr.includes('content/talks is a link') }).toEqual({ code: 2, isSaid: true });
    expect(readdirSync(join(temp, 'elsewhere'))).toEqual([]);
  });

  it('writes what is known, in the language of the meetup, and check names the rest', async () => {
    await begin('zh-CN');
    const { code, stdout, stderr } = await run(
      'talk',
      '\u66FE国藩',
      '--org',
      'PingCAP: 中国',
      '--role',
      'CTO',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'content/talks/03-zeng-guofan.md is there.',
        'Nothing can be built before this is written:',
        '  line 6: The field "title" is empty.',
        '  line 8: The field "takeaway" is empty.',
        '  line 15: This heading has no text.',
        'To leave it out until then, begin its name with "_".',
        '',
      ].join('\n'),
    );
    expect(read('talks/03-zeng-guofan.md')).toMatch(
      /^---\nspeaker: \u66FE国藩\nrole: CTO\norg: "PingCAP: 中国"\n# 分享的题目\ntitle:\n/,
    );
    const file = 'content/talks/03-zeng-guofan.md';
    expect(await findings()).toEqual([
      `${file}:6 empty-field`,
      `${file}:8 empty-field`,
      `${file}:15 empty-heading`,
    ]);
  });

  it('is complete once that is written', async () => {
    await begin('en');
    await run('talk', 'Zed', '--title', 'Queues');
    const path = 'talks/03-zed.md';
    write(
      path,
      read(path)
        .replace('takeaway:', 'takeaway: Keep 1 queue short')
        .replace('\n##\n', '\n## Why\n\n- A point [L1]\n'),
    );
    expect(await runCli(['check'], temp)).toMatchObject({ code: 0, stderr: '' });
  });

  it('tells apart two persons whose names sound the same', async () => {
    await begin('zh-CN');
    await run('talk', '李浩');
    expect((await run('talk', '李昊')).stdout).toContain('content/talks/04-li-hao-2.md is there.');
  });

  it('is another one by the same speaker', async () => {
    await begin('en');
    expect((await run('talk', 'Ann')).stdout).toContain('content/talks/03-ann-2.md is there.');
  });

  it.each([['by nobody', ' ', 'The name is empty.']])('%s is none', async (_, name, message) => {
    await begin('en');
    const before = snapshot(temp);
    const { code, stderr } = await run('talk', name);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(snapshot(temp)).toEqual(before);
  });
});

describe('new question', () => {
  it('is asked by the host, with a section for each speaker, to be filled or removed', async () => {
    await begin('zh-CN');
    const { code, stdout } = await run('question', '为什么选择开源\uFF1F[L3]');
    expect(code).toBe(0);
    const path = 'qa/03-weishenme-xuanze-kai-yuan.md';
    expect(stdout).toContain(`content/${path} is there.`);
    const text = read(path);
    expect(text).toContain('\nquestion: 为什么选择开源\uFF1F[L3]\n');
    expect(text).toContain('\naskedBy: 孙悦\n');
    expect(text).toContain('\n# 已有的主题: 起步, 运维\ntopic:\n');
    expect(text.match(/^### .+$/gm)).toEqual(['### 陈默', '### 周宁']);
    expect(await findings()).toEqual([
      `content/${path}:8 empty-field`,
      `content/${path}:11 empty-section`,
      `content/${path}:15 empty-section`,
    ]);
    // One answers, the other has not.
    write(
      path,
      text
        .replace('topic:', 'topic: 开源')
        .replace('陈默\n', '陈默\n\n- 因为 1 个人做不完\n')
        .replace(/### 周宁[\s\S]*/, ''),
    );
    expect((await runCli(['check'], temp)).code).toBe(0);
  });

  it('takes who asks, who is asked, and the topic', async () => {
    await begin('en');
    await run('question', 'Why open source?', '--by', 'A guest', '--topic', 'Money: yes', '--to', 'Ann');
    const text = read('qa/03-why-open-source.md');
    expect(text).toContain('\naskedBy: A guest\naskedTo:\n  - Ann\n');
    expect(text).toContain('\ntopic: "Money: yes"\n');
    expect(text.match(/^### .+$/gm)).toEqual(['### Ann']);
  });

  it('leaves open who asks, where the meetup has no host', async () => {
    await begin('en');
    write('event.md', '---\ntitle: T\nlang: en\n---\n');
    await run('question', 'Why?');
    expect(read('qa/03-why.md')).toContain('\naskedBy:\n');
  });

  it.each([
    [
      'that is there already',
      ['Where do you begin with a first meetup?'],
      'This question is there already: content/qa/01-start.md.',
    ],
    ['to somebody unknown', ['Why?', '--to', 'Anne'], 'Nobody is called Anne here. Did you mean Ann?'],
    ['without words', ['  '], 'The question is empty.'],
  ])('%s is none', async (_, args, message) => {
    await begin('en');
    const before = snapshot(temp);
    const { code, stderr } = await run('question', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(snapshot(temp)).toEqual(before);
  });
});

it.each(['talk', 'question'])('new %s refuses to guess outside of a meetup', async (kind) => {
  const { code, stderr } = await run(kind, 'Ann');
  expect(code).toBe(2);
  expect(stderr).toBe(
    `talkdeck: There is no content/event.md in ${temp}, so it is not a meetup's folder.\n` +
      'Run talkdeck where your content/ folder is, name that place with --root DIR, or begin with "talkdeck init".\n',
  );
  expect(snapshot(temp)).toEqual({});
});

it('new says what there is', async () => {
  expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('talk [options] <speaker>') });
  expect(await run('tlak', 'Ann')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean talk?'),
  });
});

it('gives programs the file and what is left to write', async () => {
  await begin('en');
  expect(parseReport(await run('talk', 'Zed', '--json'))).toMatchObject({
    ok: true,
    file: 'content/talks/03-zed.md',
    left: [{ line: 6, what: 'The field "title" is empty.' }, { line: 8 }, { line: 15 }],
  });
});
