import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { EVENT, TALK_HEAD, tempMeetup } from '../content/temp-meetup.ts';
import { runCli } from './run-cli.ts';

const FILES = {
  'event.md': EVENT.replace('lang', 'source: t.txt\nlang'),
  't.txt': '大家好。\n仓库里的机器人每天可以搬运 300 个箱子。\u001b[31m\n\nTiDB 是我们用的数据库。\n',
  'talks/01-huang.md': `${TALK_HEAD}## 机器人\n\n- 机器人每天搬运 300 个箱子 [L2]\n- 每天搬运 400 个箱子 [L2-4]\n- 客户都很满意他们的服务 [L2]\n- 没有引用\n`,
};

test('in a pipe each statement is a line with its verdict, followed by the lines that it cites', async () => {
  using meetup = tempMeetup(FILES);
  const { code, stdout } = await runCli(['check', '--claims', '--root', meetup.root]);
  expect(code).toBe(1);
  const of = 'content/talks/01-huang.md';
  const robots = '\tL2\t仓库里的机器人每天可以搬运 300 个箱子。';
  expect(
    stdout
      .split('\n')
      .filter((line) => line.startsWith(of) || line.startsWith('\t'))
      .slice(-8),
  ).toEqual([
    `${of}:8\theld\t机器人每天搬运 300 个箱子`,
    expect.stringContaining(robots),
    `${of}:9\twrong\t每天搬运 400 个箱子\t400`,
    expect.stringContaining(robots),
    '\tL4\tTiDB 是我们用的数据库。',
    `${of}:10\tweak\t客户都很满意他们的服务\t客户都很满意他们的服务`,
    expect.stringContaining(robots),
    `${of}:11\tuncited\t没有引用`,
  ]);
  expect(stdout).not.toContain('\u001b');
});

test('for programs', async () => {
  using meetup = tempMeetup(FILES);
  const { stdout } = await runCli(['check', '--claims', '--json', '--root', meetup.root]);
  const { statements } = JSON.parse(stdout);
  expect(statements.find(({ line }: { line: number }) => line === 9)).toEqual({
    file: 'content/talks/01-huang.md',
    line: 9,
    text: '每天搬运 400 个箱子',
    citation: '[L2-4]',
    lines: [
      { line: 2, text: expect.stringContaining('300') },
      { line: 4, text: 'TiDB 是我们用的数据库。' },
    ],
    verdict: 'wrong',
    missing: ['400'],
  });
});

test('a person sees it by file, with marks', async () => {
  using meetup = tempMeetup(FILES);
  let shown = '';
  const terminal = Object.assign(
    new Writable({
      write(chunk, _, done) {
        shown += chunk;
        done();
      },
    }),
    { isTTY: true, columns: 80 },
  );
  await main(['check', '--claims', '--root', meetup.root], {
    stdin: new PassThrough(),
    stdout: terminal,
    stderr: terminal,
    env: { NO_COLOR: '1' },
    cwd: meetup.root,
  });
  expect(shown).toContain('✗ 9: 每天搬运 400 个箱子 [L2-4]\n     not in the lines: 400\n     L2 仓库里的');
  expect(shown).toContain('? 10: 客户都很满意他们的服务 [L2]');
});

test('without the transcript nothing is judged', async () => {
  const { 't.txt': _, ...files } = FILES;
  using meetup = tempMeetup(files);
  const { stdout } = await runCli(['check', '--claims', '--root', meetup.root]);
  expect(stdout).toContain('content/talks/01-huang.md:9\tunchecked\t每天搬运 400 个箱子\n');
});
