import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { askRaw } from './ask-raw.ts';
import type { LiveMeetup } from './live.ts';
import { sharedLive } from './shared-live.ts';

let live: LiveMeetup;
beforeAll(async () => {
  live = await sharedLive();
});

describe('what another program of this machine could ask', () => {
  const SECRET = 'SECRET-5d1f';
  const DECK = '/huang-dongxu';
  beforeAll(() => {
    for (const path of ['secret.txt', 'secret.js', 'content/secret.md']) live.write(path, SECRET);
    mkdirSync(join(live.root, 'content/assets'), { recursive: true });
    symlinkSync('../../secret.txt', join(live.root, 'content/assets/leak.png'));
  });

  test('no file is served that is not of the decks, by no writing of its path', async () => {
    const { root } = live;
    const paths = [
      ...[
        '',
        '?raw',
        '?url',
        '?import&raw??',
        '?raw??',
        '?import&url&inline',
        '?.svg?.wasm?init',
        '#/../x',
      ].flatMap((query) => [`${DECK}/@fs${root}/secret.txt${query}`, `${DECK}/@fs/etc/passwd${query}`]),
      ...['', '?import', '?html-proxy&index=0.js', '?import&?inline=1.wasm?init'].map(
        (query) => `${DECK}/@fs${root}/secret.js${query}`,
      ),
      ...[
        '..',
        '%2e%2e',
        '.%2e',
        '..%2f..',
        '..%5c..',
        '..%252f..',
        '..%c0%af..',
        '..\\..',
        '....//..',
        '%00..',
      ].flatMap((up) => [
        `${DECK}/${up}/secret.txt?raw`,
        `${DECK}/@fs${root}/slides/${up}/secret.txt?raw`,
        `/${up}/secret.txt`,
        `/@talkdeck/${up}/secret.js`,
      ]),
      `${DECK}/@fs/x#/../../..${root}/secret.txt?raw`,
      `${DECK}/@fs/${root}/secret.txt`,
      `${DECK}/@fs${root}/content/secret.md?raw`,
      `${DECK}/@fs${root}/content/assets/leak.png?raw`,
      `${DECK}/@fs${root}/slides/huang-dongxu.md/../../secret.txt?raw`,
      `${DECK}/@fs/proc/self/environ?raw`,
      `${DECK}/@id/${root}/secret.txt?raw`,
      `${DECK}/@id/__x00__${root}/secret.txt?raw`,
      `${DECK}/assets/leak.png`,
      `${DECK}//secret.txt`,
      `http://localhost${DECK}/@fs${root}/secret.txt?raw`,
      '/@talkdeck/pdf/..%2f..%2fsecret.txt.pdf',
      '/@talkdeck/pdf/..%2f..%2feditor.pdf',
      '/@talkdeck/font/..%2f..%2f..%2f/secret.woff2',
      '//',
      '/%',
      '/%ff/x',
    ];
    const leaks: string[] = [];
    for (const path of paths) {
      const { text, status } = await askRaw(live.dev.port, path);
      // A path of the application returns the application.
      if (status >= 500 || /SECRET-5d1f|^root:|^PATH=|DevState|"name"/m.test(text))
        leaks.push(`${status} ${path}`);
    }
    expect(leaks).toEqual([]);
    // Allowed paths are served, which proves that the requests above were well-formed.
    const deck = await askRaw(live.dev.port, `${DECK}/huang-dongxu.md__slidev_2.frontmatter?import`);
    expect(deck.text).toContain('layout');
    const client = await askRaw(live.dev.port, `${DECK}/@vite/client`);
    expect(client.text).toContain('createHotContext');
  });

  test.each([
    '/%E0%A4%A',
    '/@talkdeck/pdf/%ff.pdf',
    '/@talkdeck/%ff',
    `${DECK}/%E0%A4%A`,
    `${DECK}/assets/%ff.png`,
    `${DECK}/100%.js?import`,
    `${DECK}/@id/%ff`,
    `${DECK}/@fs/%ff`,
  ])('an address that is no text, as %s, is malformed', async (path) => {
    expect((await askRaw(live.dev.port, path)).status).toBe(400);
  });

  test('no deck is written, no file of the machine opened', async () => {
    const deck = 'slides/huang-dongxu.md';
    const before = live.read(deck);
    const headers = { 'content-type': 'application/json' };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post']) {
      for (const path of [
        `${DECK}/__slidev/slides/2.json`,
        `${DECK}//__slidev/slides/2.json`,
        `${DECK}/slides.md`,
      ]) {
        const body = JSON.stringify({ content: SECRET, note: SECRET, frontmatter: { layout: SECRET } });
        expect((await askRaw(live.dev.port, path, { method, headers, body })).status).toBeGreaterThanOrEqual(
          400,
        );
      }
    }
    for (const path of ['__open-in-editor', '/__Open-In-Editor', '__open-in-editor/']) {
      await askRaw(live.dev.port, `${DECK}/${path}?file=${live.root}/secret.txt:1`);
    }
    expect(live.read(deck)).toBe(before);
    expect(readFileSync(live.editorLog, { encoding: 'utf8', flag: 'a+' })).not.toContain('secret');
  });

  test('a window of its own talks to it, and no other site', async () => {
    const { port } = live.dev;
    const client = await askRaw(port, `${DECK}/@vite/client`);
    const [, token = ''] = /wsToken = "([^"]+)"/.exec(client.text) ?? [];
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
      'sec-websocket-protocol': 'vite-hmr',
    };
    const connect = async (headers: Readonly<Record<string, string>>, path = `${DECK}/?token=${token}`) =>
      (await askRaw(port, path, { headers: { ...upgrade, ...headers } })).status;
    const origin = `http://localhost:${port}`;
    expect(await connect({ origin })).toBe(101);
    expect(await connect({ origin: 'https://evil.invalid' })).toBe(0);
    expect(await connect({ origin: 'null' })).toBe(0);
    expect(await connect({ origin: `http://localhost:${port + 1}` })).toBe(0);
    expect(await connect({ host: `evil.invalid:${port}`, origin: `http://evil.invalid:${port}` })).toBe(0);
    expect(await connect({ origin }, '/no-such-deck/')).toBe(0);
    expect(await connect({ origin }, `${DECK}/?token=wrong`)).not.toBe(101);
  });

  test('another site changes nothing, by a form or by a script', async () => {
    const body = JSON.stringify({ deck: 'qa', slide: 1 });
    const show = (headers: Readonly<Record<string, string>>) =>
      askRaw(live.dev.port, '/@talkdeck/show', { method: 'POST', headers, body }).then(
        ({ status }) => status,
      );
    const json = { 'content-type': 'application/json' };
    expect(await show(json)).toBe(204);
    expect(await show({ ...json, origin: 'https://evil.invalid' })).toBe(403);
    expect(await show({ ...json, host: 'evil.invalid' })).toBe(403);
    expect(await show({ ...json, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' })).toBe(403);
    expect(await show({ 'content-type': 'text/plain' })).toBe(400);
    // No response lets another site read it.
    const asked = await askRaw(live.dev.port, `${DECK}/`, { method: 'OPTIONS' });
    expect(asked.headers['access-control-allow-origin']).toBeUndefined();
  });
});
