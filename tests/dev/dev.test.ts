import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveMeetup, TALK } from './live.ts';
import { runDev } from './run-dev.ts';
import { sharedLive } from './shared-live.ts';

let live: LiveMeetup;

beforeAll(async () => {
  live = await sharedLive();
});
afterAll(() => live.stop());

describe('edits', async () => {
  await import('./live-edits.ts');
});
describe('pictures', async () => {
  await import('./live-pictures.ts');
});
describe('who presents', async () => {
  await import('./live-presenting.ts');
});
// It reloads the shared page, and closes it.
describe('covers', async () => {
  await import('./live-covers.ts');
});

test('new, renamed and deleted talks appear and vanish', async () => {
  const stream = await live.listen();
  const until = (expected: readonly string[]) =>
    stream.until(({ decks }) =>
      isDeepStrictEqual(
        decks.filter(({ kind }) => kind !== 'opening').map(({ slug }) => slug),
        expected,
      ),
    );
  const decks = ['ji-xinhua', 'huang-dongxu', 'yuan-jinhui', 'li-haoyuan'];
  const text = '---\nspeaker: \u65b0\u4eba\ntitle: T\ntakeaway: K\n---\n\n## S\n\n- P\n';
  live.write('content/talks/05-\u65b0.md', text);
  await until([...decks, '\u65b0', 'qa']);
  const page = await (await fetch(`${live.dev.url}${encodeURIComponent('\u65b0')}/`)).text();
  expect(page).toContain('<title>T</title>');
  const [, client = ''] = /src="([^"]+\/main\.ts)"/.exec(page) ?? [];
  expect((await fetch(new URL(client, live.dev.url))).status).toBe(200);
  renameSync(join(live.root, 'content/talks/05-\u65b0.md'), join(live.root, 'content/talks/00-first.md'));
  await until(['first', ...decks, 'qa']);
  rmSync(join(live.root, 'content/talks/00-first.md'));
  await until([...decks, 'qa']);
  expect((await fetch(`${live.dev.url}first/`)).status).toBe(404);
  stream.stop();
});

test('the source of a slide opens in the editor, at its line', async () => {
  const ask = (body: object) =>
    fetch(`${live.dev.url}@talkdeck/edit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  rmSync(live.editorLog, { force: true });
  expect((await ask({ deck: 'huang-dongxu', slide: 5 })).status).toBe(204);
  const line =
    live
      .read(TALK)
      .split('\n')
      .findIndex((each) => each.startsWith('## \u6709\u65f6')) + 1;
  await expect
    .poll(() => readFileSync(live.editorLog, { encoding: 'utf8', flag: 'a+' }))
    .toContain(`02-huang-dongxu.md:${line}`);
  expect((await ask({ deck: 'huang-dongxu', slide: 99 })).status).toBe(404);
  expect((await ask({ file: '../../etc/passwd', line: 1, column: 1 })).status).toBe(404);
  expect((await ask({ file: 'code', line: 1, column: 1 })).status).toBe(404);
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

describe('requests', async () => {
  await import('./live-requests.ts');
});
describe('the gate', async () => {
  await import('./live-gate.ts');
});

test('a taken port is named, and the next one used and opened; Ctrl-C ends it at once', async () => {
  const [browser, opened] = [join(live.root, 'browser'), join(live.root, 'opened.log')];
  writeFileSync(browser, `#!/bin/sh\necho "$@" >> ${opened}\n`, { mode: 0o755 });
  const args = ['--port', String(live.dev.port), '--open', 'huang-dongxu'];
  const second = await runDev(live.root, args, { BROWSER: browser });
  expect(second.output()).toContain(`Port ${live.dev.port} is taken.`);
  expect(second.port).toBe(live.dev.port + 1);
  const readOpened = () => (existsSync(opened) ? readFileSync(opened, 'utf8') : '');
  await expect.poll(readOpened).toBe(`${second.url}huang-dongxu/\n`);
  // A listening page does not keep the server alive.
  const listening = await fetch(`${second.url}@talkdeck/events`);
  expect(await (await fetch(`${second.url}huang-dongxu/`)).text()).toContain('/@talkdeck/deck/deck-page.js');
  expect(await second.stop()).toEqual({ code: 0, ms: expect.any(Number) });
  await listening.body?.cancel().catch(() => {});
});
