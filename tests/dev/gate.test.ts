import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { apiRoutes, editorRoute } from '../../src/dev/server/api-routes.ts';
import { deckRoutes, openDeckSocket } from '../../src/dev/server/deck-routes.ts';
import { fontRoutes, pageRoutes } from '../../src/dev/server/page-routes.ts';
import type { DevSession } from '../../src/dev/session/dev-session.ts';
import { COOKIE, type Gate } from '../../src/server/check-request.ts';
import { keepGate } from '../../src/server/gate.ts';
import type { DeckServer } from '../../src/slidev/serve/serve-deck.ts';
import { askRaw } from './ask-raw.ts';
import { deckCard, devState } from './pages-state.ts';

/** Requests that reached the deck's server, which stands in for Slidev's. */
const handed: string[] = [];
const shared: unknown[] = [];
const shown: unknown[] = [];
const files = new Set(['/assets/a.svg', '/@vite/client']);

const deck: DeckServer = {
  files: {
    folders: [],
    find: (path) => (files.has(path) ? { path, isAtTop: false } : null),
  },
  aliases: () => ['start'],
  handle(file, query, _request, response) {
    handed.push(`${file?.path ?? 'page'}${query === null ? '' : `?${query}`}`);
    response.writeHead(200, { 'Content-Type': file ? 'image/svg+xml' : 'text/html' }).end('<p>');
  },
  share: (update) => shared.push(update),
  upgrade: (_request, socket) => void socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
  prepare() {},
  show() {},
  async close() {},
};
const session = {
  project: openProject('/nowhere'),
  decks: { open: async () => deck },
  events: { add: () => {}, send: (event: unknown) => shown.push(event) },
  state: () => devState({ decks: [deckCard('ada', { slides: 4 }), deckCard('钱')] }),
  compilation: () => ({
    decks: [{ deck: { slug: 'ada', cover: { origin: PLACE, sources: ['L2-9'] }, slides: [] } }],
  }),
  transcript: () => ({ lines: ['Ada: Hello.', 'Ada: <b>Two</b>.', '', 'Ada: Four.'] }),
  files: () => new Set(['content/talks/ada.md']),
} as unknown as DevSession;
const PLACE = { file: 'content/talks/ada.md', line: 1 };

const passwords = { guest: 'guest-1', device: 'device-1' };
/** What the editor was told. */
const heard: object[] = [];
let remote = false;
let server: Server;
let port = 0;

beforeAll(async () => {
  const gate: Gate = { hosts: new Set(['localhost']), passwords, frameKey: 'k3y' };
  const routes = [
    ...apiRoutes(session),
    editorRoute(session, (place) => void heard.push(place)),
    ...fontRoutes(session.project.root),
    ...pageRoutes(session.state),
    ...deckRoutes(session),
  ];
  const keeper = keepGate(routes, gate, (asked) => openDeckSocket(session, asked));
  server = createServer((incoming, response) => void keeper.answer(seen(incoming), response));
  server.on('upgrade', (incoming, socket, head) => keeper.upgrade(seen(incoming), socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Tests cannot connect from elsewhere, so the remote address is replaced; it alone tells clients apart. */
function seen(incoming: IncomingMessage): IncomingMessage {
  const remoteAddress = { value: remote ? '192.168.1.7' : '127.0.0.1', configurable: true };
  Object.defineProperty(incoming.socket, 'remoteAddress', remoteAddress);
  return incoming;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  askRaw(port, path, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const NAV = {
  page: 3,
  clicks: 1,
  clicksTotal: 4,
  timer: { status: 'running', slides: { 2: { start: 5, end: '__UNDEFINED___' } }, startedAt: 1, pausedAt: 0 },
  cursor: '__UNDEFINED___',
  lastUpdate: { id: 'http://localhost:3030_abc', type: 'presenter', time: 1795899694070 },
};
const nav = (change: object = {}, around: object = {}) => ({
  source: 'abc',
  data: { ...NAV, ...change },
  timestamp: 1795899694070,
  ...around,
});

describe('for an editor', () => {
  const framed = (path: string, site: string) =>
    askRaw(port, path, {
      headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    });
  const policyOf = ({ headers }: Awaited<ReturnType<typeof framed>>) =>
    String(headers['content-security-policy']);

  test('a page may be framed with the key, and nothing but a page', async () => {
    const page = await framed('/?editor=k3y', 'cross-site');
    expect(page.status).toBe(200);
    expect(policyOf(page)).not.toContain('frame-ancestors');
    expect((await framed('/ada/1', 'cross-site')).status).toBe(403);
    expect((await framed('/@talkdeck/live.css?editor=k3y', 'cross-site')).status).not.toBe(200);
    expect(policyOf(await framed('/', 'same-origin'))).not.toContain('frame-ancestors');
    expect(policyOf(await askRaw(port, '/'))).toContain("; frame-ancestors 'self'");
  });

  test('it hears where a reader of this machine goes, and of no slide that is not there', async () => {
    const place = { deck: 'ada', slide: 3 };
    expect((await post('/@talkdeck/at', place)).status).toBe(204);
    expect(heard).toEqual([place]);
    for (const other of [
      { deck: 'ada', slide: 5 },
      { deck: 'bob', slide: 1 },
    ])
      expect((await post('/@talkdeck/at', other)).status).toBe(404);
    expect((await post('/@talkdeck/at', { ...place, file: 'x' })).status).toBe(400);
    remote = true;
    try {
      const cookie = { cookie: `${COOKIE}=${passwords.device}` };
      expect((await post('/@talkdeck/at', place, cookie)).status).toBe(403);
    } finally {
      remote = false;
    }
    expect(heard).toEqual([place]);
  });
});

describe('what is on no list is not found', () => {
  test.each([
    'PUT /ada/',
    'DELETE /ada/1',
    'OPTIONS /ada/',
    'TRACE /',
    'PATCH /@talkdeck/show',
    'POST /ada/',
    'POST /ada/assets/a.svg',
    'POST /ada/__slidev/slides/1.json',
    'POST /ada/@server-reactive/snapshots',
    'POST /ada/@server-ref/nav',
    'POST /ada/@server-ref/__proto__/NODE_OPTIONS',
    'GET /ada/@server-ref/nav',
    'GET /ada/__mcp',
    'POST /ada/__mcp',
    'GET /ada/__open-in-editor',
    'GET /ada/__inspect/',
    'GET /ada/@slidev-monaco-types/load',
    'GET /ada/unknown',
    'GET /ada/presenter/x',
    'GET /other/',
    'GET /@talkdeck/show',
    'GET /@talkdeck/home/home-page.js?x',
    'GET /favicon.ico',
    'POST /',
  ])('%s', async (asked) => {
    const [method = '', path = ''] = asked.split(' ');
    const before = handed.length;
    const { status } = await askRaw(port, path, { method, headers: JSON_TYPE });
    expect([status, handed.length]).toEqual([404, before]);
  });

  test.each([
    '/ada/',
    '/ada/3',
    '/ada/3?clicks=2&x=../..',
    '/ada/presenter/3',
    '/ada/overview',
    '/ada/start',
  ])('%s is a page', async (path) => {
    expect((await askRaw(port, path)).status).toBe(200);
    expect(handed.at(-1)).toBe('page');
  });

  test('a deck is known by its name however it is written', async () => {
    expect((await askRaw(port, '/%E9%92%B1')).headers.location).toBe('/%E9%92%B1/');
    expect((await askRaw(port, '/%E9%92%B1/1')).status).toBe(200);
  });
});

test.each([
  '/ada/%',
  '/ada/%zz',
  '/ada/%ff',
  '/ada/%c0%ae%c0%ae/x',
  '/ada/%00',
  '/ada/a%0d%0ab',
  '/ada/..',
  '/ada/../x',
  '/ada/%2e%2e/x',
  '/ada/.%2e/x',
  '/ada/x%2fy',
  '/ada/x%5cy',
  '/ada/x\\y',
  '/ada/%252e%252e/x',
  '/ada/%2541',
  '/ada//assets/a.svg',
  '//ada/',
  '//',
  '/ada/./x',
  '/ada/a%3fb',
  '/ada/1?x=%ff',
  '/ada/1?x=%00',
  '/ada/1?x=\\',
  `/ada/${'a'.repeat(5000)}`,
  'http://localhost/ada/',
  '*',
])('an address that could mean something else to the next reader is malformed: %s', async (path) => {
  const before = handed.length;
  const { status } = await askRaw(port, path);
  expect([status, handed.length]).toEqual([400, before]);
});

describe('what windows tell each other', () => {
  const tell = (body: unknown, headers = {}) => post('/ada/@server-reactive/nav', body, headers);

  test('is taken, without a prototype or what else may be in it', async () => {
    expect((await tell(nav())).status).toBe(204);
    expect(shared.at(-1)).toEqual(
      nav({ cursor: undefined, timer: { ...NAV.timer, slides: { 2: { start: 5 } } } }),
    );
    const drawing =
      '<path fill="transparent" stroke="#ff595e" stroke-width="4" d="M 1,2 C 3,4 5,6 7,8"></path>';
    const drawn = { source: 'abc', patch: { 3: drawing }, timestamp: 1 };
    expect((await post('/ada/@server-reactive/drawings', drawn)).status).toBe(204);
    expect(shared.at(-1)).toEqual(drawn);
  });

  test.each<[string, unknown]>([
    ['no JSON', '{bad'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a list in a list in a list', '['.repeat(30_000)],
    ['the old form', { data: '--import=data:text/javascript,1' }],
    ['a key too many', nav({ x: 1 })],
    ['a key too many around it', nav({}, { patch: {} })],
    ['a prototype', JSON.stringify(nav()).replace('{', '{"__proto__":{"x":1},')],
    [
      'a prototype within',
      JSON.stringify(nav()).replace('"page"', '"__proto__":{"NODE_OPTIONS":"x"},"page"'),
    ],
    ['a constructor', JSON.stringify(nav()).replace('"page"', '"constructor":1,"page"')],
    ['a slide that is no number', nav({ page: '3' })],
    ['half a slide', nav({ page: 3.5 })],
    ['no such slide', nav({ page: -1 })],
    ['a number without end', JSON.stringify(nav()).replace('"page":3', '"page":1e999')],
    ['a timer of another kind', nav({ timer: { ...NAV.timer, status: 'x' } })],
    ['a timer for a key', nav({ timer: { ...NAV.timer, slides: { toString: { start: 1 } } } })],
    ['a cursor far away', nav({ cursor: { x: 1e9, y: 0 } })],
    ['markup for a name', nav({ lastUpdate: { ...NAV.lastUpdate, id: '<img>' } })],
    ['text that is no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]).toString('latin1')],
  ])('is refused: %s', async (_, body) => {
    const before = shared.length;
    expect((await tell(body)).status).toBe(400);
    expect(shared.length).toBe(before);
  });

  test.each([
    '<script>alert(1)</script>',
    '<path d="M0,0" onload="alert(1)"></path>',
    '<path d="M0,0"><animate attributeName="x"></animate></path>',
    '<path style="background:url(https://evil.invalid)"></path>',
    '<path fill="url(https://evil.invalid/x)"></path>',
    '<image href="https://evil.invalid/x.png"></image>',
    '<foreignObject></foreignObject>',
    '<path d="M0,0"',
    'text',
    '<!-- -->',
    '</svg><img src=x onerror=alert(1)>',
  ])('a drawing draws, and does nothing else: %s', async (drawing) => {
    const drawn = { source: 'abc', patch: { 3: drawing }, timestamp: 1 };
    expect((await post('/ada/@server-reactive/drawings', drawn)).status).toBe(400);
  });

  test('what Slidev’s pen draws is a drawing', async () => {
    const drawing =
      '<g><defs><marker id="a1-b2" viewBox="0 -5 10 10" refX="5" refY="0" markerWidth="4" markerHeight="4" orient="auto">' +
      '<path d="M0,-5L10,0L0,5" fill="#ff595e"></path></marker></defs><line fill="transparent" stroke="#ff595e" ' +
      'stroke-width="4" stroke-linecap="round" x1="1.5" y1="2" x2="-3" y2="4" marker-end="url(#a1-b2)"></line></g>' +
      '<rect fill="transparent" stroke="rgb(1, 2, 3)" rx="1" ry="1" x="0" y="0" width="5" height="5"></rect>' +
      '<ellipse cx="1" cy="2" rx="3" ry="4"></ellipse>';
    const drawn = { source: 'abc', patch: { 3: drawing, 4: '' }, timestamp: 1 };
    expect((await post('/ada/@server-reactive/drawings', drawn)).status).toBe(204);
  });

  test('has a size: 64 KB, and of drawings two million bytes', async () => {
    const long = nav({}, { source: 'a'.repeat(70_000) });
    expect((await tell(long)).status).toBe(413);
    const chunked = { 'transfer-encoding': 'chunked' };
    expect((await tell(long, chunked)).status).toBe(413);
    const drawing = '<path d="M 1,1"></path>'.repeat(40_000);
    const drawings = (patch: object) =>
      post('/ada/@server-reactive/drawings', { source: 'a', patch, timestamp: 1 });
    expect((await drawings({ 1: drawing })).status).toBe(204);
    expect((await drawings({ 1: drawing, 2: drawing, 3: drawing })).status).toBe(413);
  });

  test('is JSON: no page of another site can send it unasked', async () => {
    expect((await tell(nav(), { 'content-type': 'text/plain' })).status).toBe(400);
    expect((await tell(nav(), { 'content-type': 'application/jsonp' })).status).toBe(400);
  });
});

describe('from another machine', () => {
  const as = (password: string) => ({ cookie: `${COOKIE}=${password}` });
  beforeAll(() => {
    remote = true;
  });
  afterAll(() => {
    remote = false;
  });

  test('nobody comes in without a password, and every answer is one for strangers', async () => {
    for (const path of ['/', '/ada/', '/@talkdeck/events', '/ada/assets/a.svg', '/ada/%'])
      expect((await askRaw(port, path)).status).toBe(401);
    expect((await post('/@talkdeck/show', { deck: 'ada', slide: 1 })).status).toBe(401);
    expect(await socketStatus({})).toBe(0);
  });

  test('guests look', async () => {
    for (const path of [
      '/',
      '/moderate',
      '/ada/1',
      '/ada/presenter/1',
      '/ada/assets/a.svg',
      '/ada/@vite/client',
    ])
      expect((await askRaw(port, path, { headers: as('guest-1') })).status).toBe(200);
    expect(await socketStatus(as('guest-1'))).toBe(101);
  });

  test('and do nothing else', async () => {
    const before = [shared.length, shown.length];
    const drawn = { source: 'abc', patch: { 3: '' }, timestamp: 1 };
    expect((await post('/ada/@server-reactive/nav', nav(), as('guest-1'))).status).toBe(403);
    expect((await post('/ada/@server-reactive/drawings', drawn, as('guest-1'))).status).toBe(403);
    expect((await post('/@talkdeck/show', { deck: 'ada', slide: 1 }, as('guest-1'))).status).toBe(403);
    expect((await post('/@talkdeck/edit', { deck: 'ada', slide: 1 }, as('guest-1'))).status).toBe(403);
    expect((await askRaw(port, '/@talkdeck/lines/ada/1', { headers: as('guest-1') })).status).toBe(403);
    expect([shared.length, shown.length]).toEqual(before);
  });

  test('a device of the organiser’s own steers, reads the lines that slides cite, and opens no editor', async () => {
    const lines = await askRaw(port, '/@talkdeck/lines/ada/1', { headers: as('device-1') });
    expect(JSON.parse(lines.text)).toEqual({
      lines: [
        { line: 2, text: 'Ada: <b>Two</b>.' },
        { line: 4, text: 'Ada: Four.' },
      ],
      more: 0,
    });
    for (const path of ['ada/2', 'bob/1', 'ada/0'])
      expect((await askRaw(port, `/@talkdeck/lines/${path}`, { headers: as('device-1') })).status).toBe(404);
    expect((await post('/ada/@server-reactive/nav', nav(), as('device-1'))).status).toBe(204);
    expect((await post('/@talkdeck/show', { deck: 'ada', slide: 1 }, as('device-1'))).status).toBe(204);
    expect((await post('/@talkdeck/edit', { deck: 'ada', slide: 1 }, as('device-1'))).status).toBe(403);
  });
});

describe('another site', () => {
  const led = (site: string) => ({
    'sec-fetch-site': site,
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  });

  test.each(['cross-site', 'same-site'])('(%s) leads to pages, and to nothing else', async (site) => {
    for (const path of ['/', '/moderate', '/ada', '/ada/1'])
      expect((await askRaw(port, path, { headers: led(site) })).status).toBeLessThan(400);
    for (const path of [
      '/ada/assets/a.svg',
      '/ada/@vite/client',
      '/@talkdeck/pdf/',
      '/@talkdeck/home/home-page.js',
    ])
      expect((await askRaw(port, path, { headers: led(site) })).status).toBe(403);
  });
});

describe('every answer says what it is, and what it may do', () => {
  const SANDBOX = "sandbox; default-src 'none'";

  test.each([
    ['GET', '/', /^default-src 'self';.* frame-ancestors 'self'$/],
    ['GET', '/ada/1', /script-src 'self';.*object-src 'none'/],
    [
      'GET',
      '/@talkdeck/shared/events-worker.js',
      /^default-src 'none'; script-src 'self'; connect-src 'self'$/,
    ],
    ['GET', '/ada/assets/a.svg', new RegExp(`^${SANDBOX}$`)],
    ['GET', '/@talkdeck/slides/assets/a.svg', new RegExp(`^${SANDBOX}$`)],
    ['GET', '/ada/@vite/client', new RegExp(`^${SANDBOX}$`)],
    ['GET', '/@talkdeck/home/home-page.js', new RegExp(`^${SANDBOX}$`)],
    ['GET', '/none', new RegExp(`^${SANDBOX}$`)],
    ['GET', '/ada/%', new RegExp(`^${SANDBOX}$`)],
    ['POST', '/@talkdeck/show', new RegExp(`^${SANDBOX}$`)],
    ['OPTIONS', '/ada/', new RegExp(`^${SANDBOX}$`)],
  ])('%s %s', async (method, path, policy) => {
    const { headers } = await askRaw(port, path, { method });
    expect(headers['content-security-policy']).toMatch(policy);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a WebSocket', () => {
  test('is of a deck, with its token', async () => {
    expect(await socketStatus({})).toBe(101);
    for (const path of [
      '/ada/',
      '/ada',
      '/other/?token=abc',
      '/?token=abc',
      '/ada/?token=',
      '/ada/../?token=a',
    ])
      expect(await socketStatus({}, path)).toBe(0);
    expect(await socketStatus({ 'sec-websocket-protocol': 'other' })).toBe(0);
    expect(await socketStatus({ origin: 'https://evil.invalid' })).toBe(0);
  });
});

async function socketStatus(
  headers: Readonly<Record<string, string>>,
  path = '/ada/?token=abc',
): Promise<number> {
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-protocol': 'vite-hmr' };
  return (await askRaw(port, path, { headers: { ...upgrade, ...headers } })).status;
}
