import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holds, type LiveMeetup, place, startLive, TALK } from './live.ts';
import { runDev } from './run-dev.ts';

let live: LiveMeetup;

beforeAll(async () => {
  live = await startLive();
});
afterAll(() => live.stop());

test('new, renamed and deleted talks appear and vanish', async () => {
  const stream = await live.listen();
  const slugs = () => stream.states.at(-1)?.decks.map(({ slug }) => slug);
  const until = (expected: readonly string[]) => expect.poll(slugs, { timeout: 20_000 }).toEqual(expected);
  const decks = ['ji-xinhua', 'huang-dongxu', 'yuan-jinhui', 'li-haoyuan'];
  const text = '---\nspeaker: \u65b0\u4eba\ntitle: T\ntakeaway: K\n---\n\n## S\n\n- P\n';
  live.write('content/talks/05-new.md', text);
  await until([...decks, 'new', 'qa']);
  expect(await (await fetch(`${live.dev.url}new/`)).text()).toContain('<title>T</title>');
  renameSync(join(live.root, 'content/talks/05-new.md'), join(live.root, 'content/talks/00-first.md'));
  await until(['first', ...decks, 'qa']);
  rmSync(join(live.root, 'content/talks/00-first.md'));
  await until([...decks, 'qa']);
  expect((await fetch(`${live.dev.url}first/`)).status).toBe(404);
  stream.stop();
});

describe('presenting', () => {
  test('presenter mode leads the audience of its deck, a moderator that of the questions', async () => {
    const page = await live.open('huang-dongxu/5');
    const [presenter, other] = [await live.open('huang-dongxu/presenter/5'), await live.open('qa/3')];
    await presenter.evaluate('__slidev__.nav.go(6)');
    await holds(page, '__slidev__.nav.currentSlideNo === 6');
    expect(await place(other)).toEqual([3, 0]);
    await presenter.close();

    const response = await fetch(`${live.dev.url}@talkdeck/show`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deck: 'qa', slide: 13 }),
    });
    expect(response.status).toBe(204);
    await holds(other, '__slidev__.nav.currentSlideNo === 13');
    expect(await place(page)).toEqual([6, 0]);
    await other.close();
  });

  test('the source of a slide opens in the editor, at its line', async () => {
    const ask = (body: object) =>
      fetch(`${live.dev.url}@talkdeck/edit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await ask({ deck: 'huang-dongxu', slide: 5 })).status).toBe(204);
    const line =
      live
        .read(TALK)
        .split('\n')
        .findIndex((each) => each.startsWith('## \u6709\u65f6')) + 1;
    await expect.poll(() => readFileSync(live.editorLog, 'utf8')).toContain(`02-huang-dongxu.md:${line}`);
    expect((await ask({ deck: 'huang-dongxu', slide: 99 })).status).toBe(404);
    expect((await ask({ file: '../../etc/passwd', line: 1, column: 1 })).status).toBe(404);
    expect((await ask({ file: 'code', line: 1, column: 1 })).status).toBe(404);
  });
});

test('a PDF is made when it is asked for', async () => {
  const response = await fetch(`${live.dev.url}@talkdeck/pdf/ji-xinhua.pdf`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('no file is served that is not of the decks', async () => {
  for (const path of [
    '@talkdeck/..%2f..%2fpackage.js',
    '@talkdeck/pdf/..%2f..%2feditor.pdf',
    'huang-dongxu/@fs/etc/passwd',
    'huang-dongxu/@fs/etc/passwd?raw',
    'huang-dongxu/@fs/etc/passwd?import&raw??',
    'huang-dongxu/..%2f..%2f..%2f..%2fetc%2fpasswd?raw',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  ]) {
    const response = await fetch(`${live.dev.url}${path}`);
    // An address of the application gets the application.
    expect((await response.text()).match(/^root:|talkdeck dev|DevState|"name"/m)).toBeNull();
  }
});

test('a taken port is named, and the next one used; Ctrl-C ends it at once', async () => {
  const second = await runDev(live.root, ['--port', String(live.dev.port), 'huang-dongxu']);
  expect(second.output()).toContain(`Port ${live.dev.port} is taken.`);
  expect(second.port).toBe(live.dev.port + 1);
  // A page that listens does not keep it.
  const listening = await fetch(`${second.url}@talkdeck/events`);
  expect(await (await fetch(`${second.url}huang-dongxu/`)).text()).toContain('/@talkdeck/deck.js');
  expect(await second.stop()).toEqual({ code: 0, ms: expect.any(Number) });
  await listening.body?.cancel().catch(() => {});
});
