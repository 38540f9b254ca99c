import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gateOf } from '../../src/server/check-request.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { siteRoutes } from '../../src/site/serve-site.ts';
import { baseOf } from '../../src/site/site-head.ts';
import { writeSite } from '../../src/site/write-site.ts';
import { askRaw } from '../dev/ask-raw.ts';
import { ownTemporary } from '../own-temporary.ts';

const FILES = {
  'index.html': 'home',
  '404.html': 'lost',
  'talks/ada.html': 'ada',
  'slides/ada/index.html': 'deck',
  'worker.js': 'worker',
  'site.css': 'css',
  'feed.xml': '<feed/>',
  'files/pdf/ada.pdf': '%PDF-1',
};

const temporary = ownTemporary('serve-site', beforeAll, afterAll);
let server: Listening;

beforeAll(async () => {
  const folder = join(temporary(), 'site');
  writeSite(
    folder,
    Object.entries(FILES).map(([path, content]) => ({ path, content })),
  );
  writeFileSync(join(folder, 'foreign.html'), '<script src="foreign.js"></script>');
  writeFileSync(join(temporary(), 'secret.txt'), 'secret');
  symlinkSync('../secret.txt', join(folder, 'linked.txt'));
  const gate = gateOf('127.0.0.1', () => '');
  server = await listen(siteRoutes(folder, '/an evening/'), { host: '127.0.0.1', port: 0, gate });
});
afterAll(() => server.close());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  askRaw(server.port, `/an%20evening${path}`, { headers });

test.each([
  ['/', 'home', 'text/html; charset=utf-8', "object-src 'none'; frame-ancestors 'self'"],
  ['/talks/ada.html', 'ada', 'text/html; charset=utf-8', "frame-ancestors 'self'"],
  ['/slides/ada/', 'deck', 'text/html; charset=utf-8', "frame-ancestors 'self'"],
  ['/slides/ada/index.html?clicks=2', 'deck', 'text/html; charset=utf-8', "frame-ancestors 'self'"],
  ['/worker.js', 'worker', 'text/javascript; charset=utf-8', "connect-src 'self'"],
  [
    '/foreign.html',
    '<script src="foreign.js"></script>',
    'text/html; charset=utf-8',
    "sandbox; default-src 'none'",
  ],
  ['/site.css', 'css', 'text/css; charset=utf-8', 'sandbox'],
  ['/feed.xml', '<feed/>', 'application/xml', 'sandbox'],
  ['/files/pdf/ada.pdf', '%PDF-1', 'application/pdf', "script-src 'none'"],
])('%s is answered by what it is', async (path, text, type, policy) => {
  const { status, headers, text: body } = await ask(path);
  expect([status, body, headers['content-type']]).toEqual([200, text, type]);
  expect(headers['content-security-policy']).toContain(policy);
});

test('missing pages are answered by 404.html, and no address leads outside', async () => {
  for (const path of ['/nothing', '/talks/', '/linked.txt/', '/..%2fsecret.txt', '/%2e%2e/secret.txt'])
    expect([path, (await ask(path)).status]).toEqual([path, /%2[ef]/.test(path) ? 400 : 404]);
  const lost = await ask('/talks/nobody.html');
  expect([lost.status, lost.text, lost.headers['content-type']]).toEqual([
    404,
    'lost',
    'text/html; charset=utf-8',
  ]);
  const outside = await ask('/linked.txt');
  expect([outside.status, outside.text]).toEqual([404, 'There is no such file.\n']);
});

test('an address above the site, or of a folder without its slash, leads to the page', async () => {
  const { status, headers } = await askRaw(server.port, '/');
  expect([status, headers.location]).toEqual([302, '/an%20evening/']);
  expect((await ask('/slides/ada')).headers.location).toBe('/an%20evening/slides/ada/');
  expect((await ask('')).headers.location).toBe('/an%20evening/');
});

test('a page that is changed by somebody else does nothing any more', async () => {
  writeFileSync(join(temporary(), 'site/talks/ada.html'), 'changed');
  const { text, headers } = await ask('/talks/ada.html');
  expect([text, headers['content-security-policy']]).toEqual(['changed', "sandbox; default-src 'none'"]);
});

test('a site at the top without its first page is answered, not sent around', async () => {
  const gate = gateOf('127.0.0.1', () => '');
  const empty = await listen(siteRoutes(join(temporary(), 'none'), '/'), {
    host: '127.0.0.1',
    port: 0,
    gate,
  });
  const { status } = await askRaw(empty.port, '/');
  await empty.close();
  expect(status).toBe(404);
});

test('a video is sent in parts, and another site gets nothing', async () => {
  const { status, text } = await ask('/site.css', { range: 'bytes=1-' });
  expect([status, text]).toEqual([206, 'ss']);
  expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
});

test.each([
  [null, '/'],
  ['https://example.org', '/'],
  ['https://example.org/shipping-night', '/shipping-night/'],
  ['https://example.org/a%20b/?x#y', '/a b/'],
  ['https://example.org/%E5%A4%9C/', '/夜/'],
  ['https://example.org/%ff/', '/'],
])('the site of %s is served below %s', (site, base) => {
  expect(baseOf(site)).toBe(base);
});
