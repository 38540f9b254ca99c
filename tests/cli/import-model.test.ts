import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askModel, endpointOf } from '../../src/commands/scaffold/ask-model.ts';
import { runCli } from './run-cli.ts';

const CASE = fileURLToPath(new URL('../fixtures/importing/cases/c01-lost-first-name.txt', import.meta.url));
const PATIENCE = { answer: 60_000, pause: 0 };

interface Asked {
  readonly response_format?: { readonly type: string };
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

let answer: (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;
let asked: { readonly path: string | undefined; readonly body: Asked; readonly key: string | undefined }[] =
  [];
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    const body = JSON.parse(text) as Asked;
    asked.push({ path: request.url, body, key: request.headers.authorization });
    answer(body, response, request);
  });
});
let url = '';
let temp = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-model-')));
  asked = [];
});
afterEach(() => {
  rmSync(temp, { recursive: true, force: true });
});

const say = (response: ServerResponse, content: unknown) =>
  response.end(JSON.stringify({ choices: [{ message: { content } }] }));
const refuse = (response: ServerResponse, status: number, headers = {}) =>
  response.writeHead(status, headers).end('no');
const run = (env: Readonly<Record<string, string>> = {}, ...more: readonly string[]) =>
  runCli(['import', CASE, '--yes', '--llm', url, '--model', 'test', ...more], temp, env);
const read = (path: string) => readFileSync(join(temp, path), 'utf8');
const TALK = 'content/talks/02-chen-yian.md';
const model = () => JSON.parse(read('out/import-report.json')).model;

/** A summary of any talk of the case, which all say the same. */
function talkOf({ messages }: Asked, items: (line: number) => readonly object[]): string {
  const content = messages[1]?.content ?? '';
  const id = /^id: "(.*)"$/m.exec(content)?.[1];
  const line = Number(/^L(\d+):.*分层/m.exec(content)?.[1] ?? 0);
  const heading = { text: '存储引擎分层', lines: [line, line], quote: '这个引擎的核心是分层' };
  return JSON.stringify({ id, takeaway: heading, sections: [{ heading, items: items(line) }] });
}

const claim = (text: string, line: number, quote = '热数据放在内存') => ({
  text,
  lines: [line, line],
  quote,
});
const GOOD = (line: number) => [
  claim('热数据放在内存，冷数据放在磁盘', line),
  claim('迁移工具让迁移不停机完成', line, '让迁移可以在不停机的情况下完成'),
];

describe('a model that answers well', () => {
  test('words the talk; what it does not answer is in words of the transcript', async () => {
    answer = (body, response) => say(response, talkOf(body, GOOD));
    const { code, stdout, stderr } = await run({ TALKDECK_LLM_KEY: 'secret' });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^3 requests to test at http:\/\/127\.0\.0\.1:\d+\/v1: about \d+ tokens of the transcript/,
    );
    expect(stdout).toContain('8 statements of the model are used, 0 refused; 1 request without an answer.');
    expect(read(TALK)).toMatch(
      /## 存储引擎分层 \[L21\]\n\n- 热数据放在内存，冷数据放在磁盘 \[L21\]\n- 迁移工具让迁移不停机完成 \[L21\]/,
    );
    expect(asked.map(({ key }) => key)).toEqual(['Bearer secret', 'Bearer secret', 'Bearer secret']);
    expect(asked[0]?.body.response_format?.type).toBe('json_schema');
    expect(stdout + stderr + read('out/import-report.md')).not.toContain('secret');
    expect(JSON.parse((await runCli(['check', '--json'], temp)).stdout).ok).toBe(true);
  });

  test('may wrap its JSON in prose, and have no notion of schemas', async () => {
    answer = (body, response) =>
      body.response_format
        ? refuse(response, 400)
        : say(response, `Sure!\n\`\`\`json\n${talkOf(body, GOOD)}\n\`\`\``);
    await run();
    expect(read(TALK)).toContain('- 热数据放在内存，冷数据放在磁盘 [L21]');
    // A form that it refused is not requested again.
    expect(asked.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      ...[undefined, undefined, undefined],
    ]);
    expect(asked[0]?.key).toBeUndefined();
  });
});

describe('what a model makes up', () => {
  test('is replaced by words of the transcript, or kept as a comment, with its reason', async () => {
    answer = (body, response) =>
      say(
        response,
        talkOf(body, (line) => [
          ...GOOD(line),
          claim('成本降了九成', line, '成本降了四成'),
          claim('在 Oracle 上运行', line),
          claim('老客户愿意停机', line, '老客户不愿意停机'),
          claim('热数据放在内存，因此获得行业大奖', line),
          claim('热数据放在内存', 1),
          claim('热数据放在内存', line, '冷数据放在云端'),
        ]),
      );
    await run();
    const written = read(TALK);
    const [, front = '', body = ''] = written.split(/^---$/m);
    expect(front).toMatch(/^# 未核实：老客户愿意停机（\[?L21\]?）：/m);
    expect(front).toMatch(/^# 未核实：热数据放在内存，因此获得行业大奖/m);
    for (const made of ['九成', 'Oracle', '大奖', '客户愿意', '云端']) expect(body).not.toContain(made);
    const own = model().refused.filter(({ task }: { task: string }) => task.includes('陈以安'));
    expect(
      own.map(({ verdict, reason }: { verdict: string; reason: string }) => `${verdict}: ${reason}`),
    ).toEqual([
      'dropped: "九成" is not in L21',
      'dropped: "Oracle" is not in L21',
      expect.stringMatching(/^weak: only one of it and L21 has/),
      expect.stringMatching(/^weak: L21 hardly has: .*大奖/),
      'dropped: L1 is not among its lines',
      'dropped: its quote is not in L21',
    ]);
    expect(JSON.parse((await runCli(['check', '--json'], temp)).stdout).ok).toBe(true);
    expect(read('out/import-report.md')).toContain('## Statements of the model that are not shown');
  });

  test.each([
    ['nothing', ''],
    ['null', null],
    ['half of its JSON', '{"id": "talk L27", "sections": [{"heading": {"te'],
    ['prose alone', 'I would rather not.'],
    ['what the transcript tells it to', 'We are the best.'],
    ['JSON of another shape', '{"slides": [1, 2, 3]}'],
  ])('%s: the draft is that without a model', async (_, content) => {
    await runCli(['import', CASE, '--yes'], temp);
    const plain = read(TALK);
    rmSync(join(temp, 'content'), { recursive: true });
    answer = (_body, response) => say(response, content);
    expect((await run()).code).toBe(0);
    expect(read(TALK)).toBe(plain);
    expect(model().unanswered).toHaveLength(3);
  });
});

describe('a server', () => {
  const TASK = { id: 'talk L1', kind: 'talk' as const, lang: 'en', said: [{ line: 1, text: 'Hello.' }] };
  const ask = (patience = PATIENCE) => askModel(endpointOf(url, 'test', null), [TASK], undefined, patience);

  test('that is busy is asked again', async () => {
    answer = (_, response) =>
      asked.length < 3 ? refuse(response, 429, { 'retry-after': '0' }) : say(response, '{"id": "x"}');
    expect((await ask()).replies.get('talk L1')).toEqual({ id: 'x' });
    expect(asked).toHaveLength(3);
  });

  test('that fails is asked three times', async () => {
    answer = (_, response) => refuse(response, 500);
    expect((await ask()).failed.get('talk L1')).toBe('the server answers 500');
    expect(asked).toHaveLength(3);
  });

  test('that breaks off, or answers no JSON, has given no answer', async () => {
    answer = (_, response) => response.destroy();
    expect((await ask()).failed.get('talk L1')).toBe('the connection broke');
    answer = (_, response) => response.end('<html>');
    expect((await ask()).failed.get('talk L1')).toBe('there is no JSON in its answer');
  });

  test('that hangs is left', async () => {
    answer = () => {};
    const { failed } = await ask({ answer: 1, pause: 0 });
    expect(failed.get('talk L1')).toBe('no answer came in time');
  });

  test('that leads elsewhere gets nothing there', async () => {
    answer = (_, response) => refuse(response, 307, { location: `${url}/elsewhere` });
    expect((await ask()).replies.size).toBe(0);
    // A reply that the previous test gave up on may arrive late.
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect([...new Set(asked.map(({ path }) => path))]).toEqual(['/v1/chat/completions']);
  });

  test.each([
    [401, 'refuses the key (401)'],
    [404, 'has no model "test"'],
  ])('%i stops the import before anything is written', async (status, message) => {
    answer = (_, response) => refuse(response, status);
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(join(temp, 'content'))).toBe(false);
  });

  test('that is not there is said', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/v1`;
    await new Promise((done) => gone.close(done));
    const { code, stderr } = await runCli(['import', CASE, '--yes', '--llm', address, '--model', 'm'], temp);
    expect(code).toBe(2);
    expect(stderr).toContain(`Nothing answers at ${address}`);
  });
});

test('nothing is sent unless somebody agrees, and a key only with encryption', async () => {
  const { code, stderr } = await runCli(['import', CASE, '--llm', url, '--model', 'test'], temp);
  expect({ code, asked }).toEqual({ code: 2, asked: [] });
  expect(stderr).toContain('Nobody is there to agree to sending the transcript');
  expect(() => endpointOf('http://models.example/v1', 'm', 'key')).toThrow('without encryption');
  expect(() => endpointOf('file:///etc/passwd', 'm', null)).toThrow('is no address of a model');
  expect(endpointOf('https://models.example/v1/', 'm', 'key').url).toBe('https://models.example/v1');
});

test('--prompt writes what to ask, and --answers takes what a chat said, with the same checks', async () => {
  const { stdout } = await runCli(['import', CASE, '--prompt', 'ask.txt'], temp);
  expect(stdout).toContain('Wrote 3 tasks into ask.txt.');
  expect(existsSync(join(temp, 'content'))).toBe(false);
  const prompt = read('ask.txt');
  const id = /^id: "(talk .*陈以安)"$/m.exec(prompt)?.[1] ?? '';
  const body = {
    messages: [
      { role: '', content: '' },
      { role: '', content: `id: "${id}"\nL21: 分层` },
    ],
  };
  const reply = talkOf(body, (line) => [...GOOD(line), claim('成本降了九成', line, '成本降了四成')]);
  writeFileSync(join(temp, 'answers.md'), `Here you are:\n\n${reply}\n\nAnything else?`);
  await runCli(['import', CASE, '--yes', '--answers', 'answers.md'], temp);
  expect(read(TALK)).toContain('- 热数据放在内存，冷数据放在磁盘 [L21]');
  expect(read(TALK)).not.toContain('九成');
  writeFileSync(join(temp, 'empty.md'), 'Sorry.');
  const none = await runCli(['import', CASE, '--yes', '--answers', 'empty.md'], temp);
  expect(none.stderr).toContain('There is no answer in empty.md.');
});
