import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RemoteState, Shown } from '../../src/present/manifest.ts';
import { stageRoutes } from '../../src/present/stage-routes.ts';
import { COOKIE, type Gate } from '../../src/server/check-request.ts';
import { keepGate } from '../../src/server/gate.ts';
import { askRaw } from '../dev/ask-raw.ts';
import { NOTE, PHONES, smallStage, VERSION } from './small-stage.ts';

/*
 * Who may do what on a stage that others can reach, over real connections: this machine, a phone with the second
 * password, a guest with the first one, and nobody.
 */
type Who = 'here' | 'device' | 'guest' | 'nobody';
const passwords = { guest: 'guest-1', device: 'device-1' };
const { session, dispose } = smallStage();
let server: Server;
let port = 0;

beforeAll(async () => {
  const gate: Gate = { hosts: new Set(['localhost']), passwords };
  const keeper = keepGate(stageRoutes(session), gate, () => false);
  server = createServer((incoming, response) => void keeper.answer(seen(incoming), response));
  server.on('upgrade', (incoming, socket, head) => keeper.upgrade(seen(incoming), socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => server.closeAllConnections());
afterAll(() => {
  dispose();
  server.close();
});

/** Tests cannot connect from elsewhere, so the remote address is replaced; it alone tells machines apart. */
function seen(incoming: IncomingMessage): IncomingMessage {
  const remoteAddress = incoming.headers['x-from'] === 'here' ? '127.0.0.1' : '192.168.1.7';
  Object.defineProperty(incoming.socket, 'remoteAddress', { value: remoteAddress, configurable: true });
  return incoming;
}

const headersOf = (who: Who): Readonly<Record<string, string>> =>
  who === 'guest' || who === 'device' ? { cookie: `${COOKIE}=${passwords[who]}` } : { 'x-from': who };
const get = (who: Who, path: string) => askRaw(port, path, { headers: headersOf(who) });
const post = async (who: Who, path: string, body: unknown) =>
  (
    await askRaw(port, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headersOf(who) },
      body: JSON.stringify(body),
    })
  ).status;

/** Events received from a stream so far. */
function listenAs(who: Who, path: string): { all(name: string): readonly unknown[]; close(): void } {
  let text = '';
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    headers: { host: `localhost:${port}`, ...headersOf(who) },
  });
  sent.on('response', (answer) => {
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    answer.on('error', () => {});
  });
  sent.on('error', () => {});
  sent.end();
  return {
    all: (name) =>
      [...text.matchAll(/^event: (\w+)\ndata: (.*)\n\n/gm)].flatMap(([, found, data]) =>
        found === name ? [JSON.parse(data ?? '')] : [],
      ),
    close: () => sent.destroy(),
  };
}

const SHOWN: Shown = { version: VERSION, slide: 3, click: 1, clicks: 2, cover: null };
const BREAK = { kind: 'break', index: 0, until: 1_795_899_694_070 } as const;

test('a guest sees slides; a phone with the second password reads notes, too; nobody sees anything', async () => {
  const paths = ['/', '/3', '/overview', '/slides.js', '/@stage/shown', '/presenter/3', '/notes', '/remote'];
  paths.push('/notes.json', `/@stage/${VERSION}/notes.json`, '/@stage/events', '/@stage/code/device.svg');
  const table: Record<string, string> = {};
  for (const path of paths) {
    const asked = (['nobody', 'guest', 'device', 'here'] as const).map((who) =>
      // A stream does not end by itself.
      askRaw(port, path, { method: 'HEAD', headers: headersOf(who) }),
    );
    table[path] = (await Promise.all(asked)).map(({ status }) => status).join(' ');
  }
  expect(table).toEqual({
    '/': '401 200 200 200',
    '/3': '401 200 200 200',
    '/overview': '401 200 200 200',
    '/slides.js': '401 200 200 200',
    '/@stage/shown': '401 200 200 200',
    '/presenter/3': '401 403 200 200',
    '/notes': '401 403 200 200',
    '/remote': '401 403 200 200',
    '/notes.json': '401 403 200 200',
    [`/@stage/${VERSION}/notes.json`]: '401 403 200 200',
    '/@stage/events': '401 403 403 200',
    '/@stage/code/device.svg': '401 403 403 200',
  });
  expect((await get('device', '/notes.json')).text).toContain(NOTE);
});

test('notes have no second way to a guest', async () => {
  for (const path of [
    '/%6eotes.json',
    '/./notes.json',
    '//notes.json',
    '/notes.json?x',
    '/assets/../notes.json',
  ]) {
    const { status, text } = await get('guest', path);
    expect([path, status >= 400, text.includes(NOTE)]).toEqual([path, true, false]);
  }
});

describe('steering', () => {
  test('a phone with control sends and receives; a guest only receives', async () => {
    const desk = listenAs('here', '/@stage/events');
    await expect.poll(() => desk.all('state')).toHaveLength(1);
    const [phone, guest] = [listenAs('device', '/@stage/shown'), listenAs('guest', '/@stage/shown')];
    const last = (stream: typeof phone) => (stream.all('show').at(-1) ?? {}) as Partial<RemoteState>;
    await expect.poll(() => [last(phone).isOpen, last(guest).isOpen]).toEqual([true, true]);
    expect(last(phone).shown).toBeNull();
    // The presenter's list counts those with control.
    await expect
      .poll(() => desk.all('state').at(-1))
      .toEqual({ version: VERSION, errors: [], phones: { ...PHONES, connected: 1 } });

    expect(await post('here', '/@stage/shown', SHOWN)).toBe(204);
    await expect.poll(() => [last(phone).shown, last(guest).shown]).toEqual([SHOWN, SHOWN]);
    expect(await post('here', '/@stage/shown', { ...SHOWN, cover: BREAK })).toBe(204);
    await expect.poll(() => last(guest).shown?.cover).toEqual(BREAK);

    const asked = [{ do: 'next' }, { do: 'go', slide: 7 }, { do: 'black' }, { do: 'back' }];
    for (const steer of asked) {
      expect(await post('guest', '/@stage/steer', steer)).toBe(403);
      expect(await post('nobody', '/@stage/steer', steer)).toBe(401);
      expect(await post('device', '/@stage/steer', steer)).toBe(204);
    }
    await expect.poll(() => desk.all('steer')).toEqual(asked);
    expect(phone.all('steer')).toEqual([]);

    // A phone that was gone is told at once where the evening is now.
    phone.close();
    expect(await post('here', '/@stage/shown', { ...SHOWN, slide: 9 })).toBe(204);
    const back = listenAs('device', '/@stage/shown');
    await expect.poll(() => last(back).shown?.slide).toBe(9);
    desk.close();
    await expect.poll(() => last(back).isOpen).toBe(false);
  });
  test('only windows of this machine say what is shown', async () => {
    expect(await post('guest', '/@stage/shown', SHOWN)).toBe(403);
    expect(await post('device', '/@stage/shown', SHOWN)).toBe(403);
    expect(await post('device', '/@stage/ready', { version: VERSION })).toBe(403);
  });
  test.each([
    { do: 'edit' },
    { do: 'go' },
    { do: 'go', slide: -1 },
    { do: 'go', slide: '3' },
    { do: 'next', more: 1 },
    [],
    null,
  ])('no phone asks for %j', async (steer) => {
    expect(await post('device', '/@stage/steer', steer)).toBe(400);
  });
  test.each([
    { slide: -1 },
    { cover: { kind: 'red' } },
    { version: '<b>' },
    { cover: { ...BREAK, index: 0.5 } },
  ])('no window says %j', async (wrong) => {
    expect(await post('here', '/@stage/shown', { ...SHOWN, ...wrong })).toBe(400);
  });
  test('there is no WebSocket', async () => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-protocol': 'vite-hmr' };
    for (const who of ['guest', 'device', 'here'] as const)
      expect((await askRaw(port, '/', { headers: { ...headersOf(who), ...upgrade } })).status).toBe(0);
  });
});

test('an address with a password opens the door; with the second one, for a guest, too', async () => {
  const come = async (who: Who, path: string) => {
    const { status, headers } = await get(who, path);
    return [status, headers.location, headers['set-cookie']?.[0]?.split(';')[0]];
  };
  expect(await come('nobody', `/?password=${passwords.guest}`)).toEqual([302, '/', `${COOKIE}=guest-1`]);
  expect(await come('guest', `/remote?password=${passwords.device}`)).toEqual([
    302,
    '/remote',
    `${COOKIE}=device-1`,
  ]);
  expect((await come('guest', '/remote?password=guess'))[0]).toBe(404);
  expect((await come('nobody', '/remote?password=guess'))[0]).toBe(401);
});

test('a code is a picture, for who sits at this machine', async () => {
  const { status, text, headers } = await get('here', '/@stage/code/guest.svg');
  expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"/);
});
