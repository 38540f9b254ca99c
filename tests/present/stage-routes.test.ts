import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stageRoutes } from '../../src/present/stage-routes.ts';
import { gateOf } from '../../src/server/check-request.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { askRaw } from '../dev/ask-raw.ts';
import { smallStage, VERSION } from './small-stage.ts';

const { session, ready, dispose } = smallStage();
let server: Listening;

beforeAll(async () => {
  server = await listen(stageRoutes(session), {
    host: '127.0.0.1',
    port: 0,
    gate: gateOf('127.0.0.1', () => ''),
  });
});
afterAll(async () => {
  dispose();
  await server.close();
});

test('a part of a file is sent where a browser asks for one', async () => {
  const part = await askRaw(server.port, '/stage/worker.js', { headers: { range: 'bytes=0-0' } });
  expect([part.status, part.headers['content-range'], part.text]).toEqual([206, 'bytes 0-0/1', '2']);
  expect(await statusOf('/stage/worker.js', { headers: { range: 'bytes=5-' } })).toBe(416);
});

const statusOf = async (path: string, how: Parameters<typeof askRaw>[2] = {}) =>
  (await askRaw(server.port, path, how)).status;

test.each([
  '/',
  '/7',
  '/7?clicks=2',
  '/presenter/7',
  '/overview',
  '/slides.js',
  `/@stage/${VERSION}/slides.js`,
  `/@stage/${VERSION}/manifest.json`,
  `/@stage/${VERSION}/index.html`,
])('answers %s', async (path) => {
  expect(await statusOf(path)).toBe(200);
});

test.each([
  '/note.txt',
  '/export/1',
  '/print',
  '/@stage/current',
  '/@stage/abcdefghijklmno2/slides.js',
  `/@stage/${VERSION}/note.txt`,
  `/@stage/${VERSION}/..%2fnote.txt`,
  '/../package.json',
  '/%2e%2e/package.json',
  '/@fs/etc/hostname',
  '/@server-ref/x',
  '/@vite/client',
  '/__open-in-editor',
  '/stage/',
])('has nothing at %s', async (path) => {
  expect([400, 404]).toContain(await statusOf(path));
});

describe('what it answers may do', () => {
  const headersOf = async (path: string) => (await askRaw(server.port, path)).headers;

  test('no more than a page of ours, kept or not; a file, nothing', async () => {
    const page = (await headersOf('/'))['content-security-policy'];
    expect(page).toContain("script-src 'self'");
    expect(page).not.toContain("script-src 'self' 'unsafe");
    expect((await headersOf(`/@stage/${VERSION}/index.html`))['content-security-policy']).toBe(page);
    expect((await headersOf('/slides.js'))['content-security-policy']).toBe("sandbox; default-src 'none'");
    expect((await headersOf('/'))['x-content-type-options']).toBe('nosniff');
  });
  test('only the worker may answer for all pages', async () => {
    expect((await headersOf('/stage/worker.js'))['service-worker-allowed']).toBe('/');
    expect((await headersOf('/slides.js'))['service-worker-allowed']).toBeUndefined();
  });
});

describe('that a browser is ready', () => {
  const tell = (
    body: string,
    headers: Readonly<Record<string, string>> = { 'Content-Type': 'application/json' },
  ) => statusOf('/@stage/ready', { method: 'POST', headers, body });

  test('is told by a page of this server', async () => {
    expect(await tell(JSON.stringify({ version: VERSION }))).toBe(204);
    expect(ready).toEqual([VERSION]);
  });
  test.each(['', '{', '{"version":"<b>"}', `{"version":"${VERSION}","more":1}`, '{"__proto__":{}}'])(
    'is not told by %s',
    async (body) => {
      expect(await tell(body)).toBe(400);
    },
  );
  test('nor by another site', async () => {
    const headers = { 'Content-Type': 'application/json', origin: 'https://example.org' };
    expect(await tell(JSON.stringify({ version: VERSION }), headers)).toBe(403);
    expect(await statusOf('/@stage/ready')).toBe(404);
  });
});
