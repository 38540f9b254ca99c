import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askRaw } from './ask-raw.ts';
import { type LiveMeetup, TALK } from './live.ts';
import { rawSocket } from './raw-socket.ts';
import { sharedLive } from './shared-live.ts';

let live: LiveMeetup;
let marker: string;
/** Node would run it if it ended up in its options. */
let code: string;
beforeAll(async () => {
  live = await sharedLive();
  marker = join(live.root, 'code-has-run');
  code = `--import=data:text/javascript,import('node:fs').then(f=>f.writeFileSync('${marker}',''))`;
});

const DECK = '/huang-dongxu';
const JSON_TYPE = { 'content-type': 'application/json' };
const post = (path: string, body: string) =>
  askRaw(live.dev.port, `${DECK}/${path}`, { method: 'POST', headers: JSON_TYPE, body });
const isAlive = async () => (await askRaw(live.dev.port, '/')).status === 200;

describe('the doors of Slidev’s server', () => {
  test('a post does not become code: no process inherits what is sent', async () => {
    for (const kind of ['@server-ref', '@server-reactive'])
      for (const path of [
        '__proto__/NODE_OPTIONS',
        'constructor/prototype/NODE_OPTIONS',
        'nav/__proto__/NODE_OPTIONS',
      ])
        expect((await post(`${kind}/${path}`, JSON.stringify({ data: code }))).status).toBe(404);
    const proto = JSON.stringify({ source: 'a', patch: 0, timestamp: 1 }).replace(
      '0',
      JSON.stringify({ NODE_OPTIONS: code }).replace('{', '{"__proto__":{"NODE_OPTIONS":"x"},'),
    );
    expect((await post('@server-reactive/drawings', proto)).status).toBe(400);
    // The child process that makes the PDF would have run the code.
    const pdf = await fetch(`${live.dev.url}@talkdeck/pdf/huang-dongxu.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    await pdf.arrayBuffer();
    expect(existsSync(marker)).toBe(false);
  });

  test('no key gets into a module, and no folder is listed', async () => {
    const { port } = live.dev;
    const key = encodeURIComponent("x'+import('/@fs/etc/hostname?raw')+'");
    for (const path of [
      `@server-ref/${key}`,
      `@server-reactive/${key}`,
      `@slidev-monaco-types/load?root=${live.root}/content&name=x`,
      `@id/@slidev-monaco-types/load?root=${live.root}/content&name=x`,
      '@slidev-monaco-types/resolve?pkg=vue&importer=/',
      '@fs/etc/hostname?raw',
      '@fs/etc/hostname?import&raw',
    ])
      expect((await askRaw(port, `${DECK}/${path}`)).status).toBeGreaterThanOrEqual(400);
  });

  test('what is malformed ends nothing', async () => {
    for (const body of ['{bad', '', 'null', '"x"', '['.repeat(60_000), 'x'.repeat(63_000)])
      expect((await post('@server-reactive/nav', body)).status).toBe(400);
    expect(
      (await post('@server-reactive/nav', 'x'.repeat(20_000_000)).catch(() => ({ status: 413 }))).status,
    ).toSatisfy((status) => status === 413 || status === 0);
    expect(await isAlive()).toBe(true);
  });

  test('what a page says over its WebSocket reaches no plugin that it is not meant for', async () => {
    const { text } = await askRaw(live.dev.port, `${DECK}/@vite/client`);
    const [, token = ''] = /wsToken = "([^"]+)"/.exec(text) ?? [];
    const socket = await rawSocket(live.dev.port, `${DECK}/?token=${token}`, 'vite-hmr');
    // Without the gate each of these would end the process, or write a file.
    for (const event of [
      'vite:invoke',
      'vite:invalidate',
      'slidev:monaco-write',
      'unocss:hmr',
      'vite:forward-console',
    ])
      for (const data of [undefined, null, 1, {}, [], { file: 'huang-dongxu.md', content: 'x' }])
        socket.send(JSON.stringify({ type: 'custom', event, data }));
    for (const odd of ['{bad', 'null', '[]', '1']) socket.send(odd);
    expect(await isAlive()).toBe(true);
    socket.send('x'.repeat(1_000_000));
    await socket.closed;
    expect(await isAlive()).toBe(true);
  });
});

describe('an author’s picture', () => {
  let site: Server;
  let siteUrl: string;
  beforeAll(async () => {
    site = createServer((request, response) => {
      const target = new URL(request.url ?? '/', 'http://site').searchParams.get('to') ?? '';
      response.setHeader('Content-Type', 'text/html');
      response.end(`<script>location = ${JSON.stringify(target)}</script>`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/?to=`;
  });
  afterAll(() => site.close());

  test('does not become code: it is sandboxed, and no other site opens it', async () => {
    mkdirSync(join(live.root, 'content/assets'), { recursive: true });
    const attack = `
      fetch('/huang-dongxu/@server-ref/__proto__/NODE_OPTIONS', { method: 'POST', body: ${JSON.stringify(JSON.stringify({ data: code }))} })
        .then(() => fetch('/@talkdeck/pdf/huang-dongxu.pdf'))`;
    const svg = (inner: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${inner}<rect width="800" height="600"/></svg>`;
    writeFileSync(join(live.root, 'content/assets/evil.svg'), svg(`<script><![CDATA[${attack}]]></script>`));
    writeFileSync(join(live.root, 'content/assets/sound.svg'), svg(''));
    const withPictures = (text: string) =>
      `${text}\n## A\n\n![a](../assets/sound.svg)\n\n## B\n\n![b](../assets/evil.svg)\n`;
    await live.edited(TALK, withPictures, async () => {
      const evil = `${live.dev.url.slice(0, -1)}${DECK}/assets/evil.svg`;
      const asked: string[] = [];
      const page = await live.openBroken('');
      page.on('request', (request) => asked.push(request.url()));
      const statusOf = async (query: string) =>
        (await askRaw(live.dev.port, `${DECK}/assets/evil.svg${query}`)).status;
      // Served as soon as the save is compiled; never if check rejects such an image.
      const answer = await page.goto(evil);
      expect([200, 404]).toContain(answer?.status());
      expect(answer?.headers()['content-security-policy']).toBe("sandbox; default-src 'none'");
      expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
      for (const query of ['?raw', '?url', '?inline', '?import&raw', '?html-proxy&index=0.js', '?worker'])
        expect(await statusOf(query)).toBe(404);
      // The page sometimes navigates before it has finished loading; only the destination matters.
      await page.goto(siteUrl + encodeURIComponent(evil), { waitUntil: 'commit' });
      await page.getByText('Another site leads here').waitFor();
      expect(page.url()).toBe(evil);
      expect(asked.filter((url) => /NODE_OPTIONS|pdf/.test(url))).toEqual([]);
      await page.close();
    });
    expect(existsSync(marker)).toBe(false);
  });
});
