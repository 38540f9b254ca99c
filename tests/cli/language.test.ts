import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageLanguage } from '../../src/commands/words/choose-language.ts';
import { main } from '../../src/main.ts';

let temp: string;
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-lang-')));
  mkdirSync(join(temp, 'content/talks'), { recursive: true });
  writeFileSync(join(temp, 'content/event.md'), '---\ntitle: 之夜\nlang: zh-CN\n---\n');
  writeFileSync(
    join(temp, 'content/talks/01-a.md'),
    '---\nspeaker: 陈默\ntakeaway: 别怕\n---\n\n## 一\n\n- 二\n',
  );
});
afterEach(() => {
  rmSync(temp, { recursive: true, force: true });
});

async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const code = await main(argv, { stdin, stdout, stderr, env: { ...env, NO_COLOR: '1' }, cwd: temp });
  const text = (stream: PassThrough) => (stream.read() as Buffer | null)?.toString('utf8') ?? '';
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

const REPORT = `content/talks/01-a.md:1:1 error 缺少字段“title”。 missing-field
  > 1 | ---
      | ^^^
    2 | speaker: 陈默
  原因 幻灯片要用到它。
  改法 加一行，例如“title: 数据库的突围”。

运行 talkdeck explain CODE 查看详细说明。

1 个文件里有 1 个错误。 没有写入任何文件。
`;

describe('messages in Chinese', () => {
  it.each([
    ['LANG', ['check'], { LANG: 'zh_CN.UTF-8' }],
    ['LC_ALL before LANG', ['check'], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }],
    ['--lang behind the command', ['check', '--lang', 'zh'], {}],
    ['--lang before it', ['--lang=zh-CN', 'check'], { LANG: 'en_US.UTF-8' }],
  ])('%s', async (_, argv, env) => {
    expect(await run(argv, env)).toEqual({ code: 1, stdout: '', stderr: REPORT });
  });

  it('are in JSON, too; the codes stay', async () => {
    const { findings } = JSON.parse((await run(['check', '--json', '--lang', 'zh'])).stdout);
    expect(findings[0]).toMatchObject({
      code: 'missing-field',
      severity: 'error',
      message: '缺少字段“title”。',
    });
  });

  it('say what was done', async () => {
    writeFileSync(
      join(temp, 'content/talks/01-a.md'),
      '---\nspeaker: 陈默\ntitle: 三\ntakeaway: 别怕\n---\n\n## 一\n\n- 二\n',
    );
    expect((await run(['build', '--lang', 'zh'])).stdout).toMatch(
      /^slides\/ 里有 \d+ 份幻灯片：写入 \d+ 个文件，0 个没有变化。\n$/,
    );
    expect((await run(['check', '--lang', 'zh'])).stdout).toMatch(
      /^已检查：\d+ 份幻灯片，共 \d+ 页；\d+ 条建议。\n$/,
    );
    expect((await run(['new', 'talk', '孙悦', '--lang', 'zh'])).stdout).toMatch(
      /^已写好 content\/talks\/02-sun-yue\.md。\n写好下面这些才能构建：\n {2}第 \d+ 行：|^已写好/,
    );
  });

  it.each([
    [['chek'], '错误：没有命令“chek”\n（是不是想写 check？）\n'],
    [['check', '--visul'], '错误：没有选项“--visul”\n（是不是想写 --visual？）\n'],
    [['new', 'talk'], '错误：缺少参数“speaker”\n'],
    [['check', 'x'], '错误：“check”的参数太多：最多 0 个，这里有 1 个。\n'],
    [
      ['dev', '--port', 'x'],
      '错误：选项“--port <number>”不能用“x”。端口是 1 到 65535 的数字；0 表示任意空闲端口。\n',
    ],
    [['init', '--lang', 'xx'], '错误：选项“--lang <tag>”不能用“xx”。可用的值：en, zh-CN, zh-TW, ja, ko。\n'],
  ])('say what is wrong with the command: %j', async (argv, stderr) => {
    expect(await run(argv, { LANG: 'zh_CN.UTF-8' })).toEqual({ code: 2, stdout: '', stderr });
  });

  it('explain findings', async () => {
    const { code, stdout, stderr } = await run(['explain', 'yaml-tabs', '--lang', 'zh']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: '没有名为“yaml-tabs”的问题代码；下面是“yaml-tab”。\n\n',
    });
    expect(stdout).toMatch(
      /^yaml-tab error, 由 talkdeck check 发现\n\n行首的制表符\n\nYAML 的缩进只能用空格。[\s\S]*\n\n错误写法\n\n[\s\S]*\n\n正确写法\n/,
    );
    const listed = await run(['explain', '--lang', 'zh']);
    expect(listed.stdout).toMatch(/^文件\n {2}duplicate-slug +两场分享用了同一个文件名\n/);
    const { findings } = JSON.parse((await run(['explain', 'yaml-tab', '--json', '--lang', 'zh'])).stdout);
    expect(findings[0]).toMatchObject({ code: 'yaml-tab', title: '行首的制表符' });
  });

  it('are in help', async () => {
    const { stdout } = await run(['--help'], { LANG: 'zh_CN.UTF-8' });
    expect(stdout).toMatch(/^用法： talkdeck/);
    expect(stdout).toContain('检查 content/，指出要改的和可以改进的地方');
    const other = await run(['--help'], { LANG: 'en_US.UTF-8' });
    expect(other.stdout).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('what keeps a command from running', () => {
  const chinese = { LANG: 'zh_CN.UTF-8' };

  it.each([
    [['export', 'nobody'], '没有名为“nobody”的幻灯片。\n现有：a。\n'],
    [['import', 'none.vtt'], '没有文件 none.vtt。\n请指定文字记录。\n'],
    [
      ['import', 'b.pdf'],
      'b.pdf 不是已知格式的文字记录：它是 PDF。\n请先转成文本：pdftotext -layout FILE，再导入。\n',
    ],
    [
      ['new', 'talk', '陈默', '--from', 'content'],
      'content 不能作为幻灯片读取：它是文件夹，不是文件。\n--from 后面应是 Slidev、Marp、reveal.js 或 pandoc 幻灯片的 Markdown 文件。\n',
    ],
    [['new', 'talk', ' '], '姓名是空的。\n请加上引号，写在命令后面。\n'],
  ])('is said in Chinese: %j', async (argv, said) => {
    writeFileSync(
      join(temp, 'content/talks/01-a.md'),
      '---\nspeaker: 陈默\ntitle: 三\ntakeaway: 别怕\n---\n\n## 一\n\n- 二\n',
    );
    writeFileSync(join(temp, 'b.pdf'), '%PDF-1.7\n');
    const { code, stderr } = await run(argv, chinese);
    expect([code, stderr.replaceAll(`${temp}/`, '')]).toEqual([2, `talkdeck: ${said}`]);
  });

  it('is said in the language of each run', async () => {
    rmSync(join(temp, 'content'), { recursive: true });
    expect((await run(['check'], chinese)).stderr).toBe(
      `talkdeck: ${temp} 里没有 content/ 文件夹。\n请在 content/ 所在的文件夹里运行 talkdeck，或用 --root DIR 指定那个位置。\n`,
    );
    expect((await run(['check'])).stderr).toMatch(/^talkdeck: There is no content\/ folder in /);
  });
});

describe('messageLanguage', () => {
  it.each([
    [['init', '--lang', 'zh-CN'], {}, 'en'],
    [['--lang', 'zh', 'init', '--lang', 'en'], {}, 'zh'],
    [['import', 'a.vtt', '--lang', 'zh-CN'], { LANG: 'en_US' }, 'en'],
    [['--root', 'init', 'check', '--lang', 'zh'], {}, 'zh'],
    [['check'], { LANG: 'de_DE' }, 'en'],
    [['check', '--lang', 'en'], { LANG: 'zh_CN' }, 'en'],
    [['new', 'talk', '--', '--lang', 'zh'], {}, 'en'],
  ] as const)('%j with %j is %s', (argv, env, language) => {
    expect(messageLanguage(argv, env)).toBe(language);
  });
});

it('another language is refused', async () => {
  expect(await run(['check', '--lang', 'fr'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Messages are in en and zh.'),
  });
});
