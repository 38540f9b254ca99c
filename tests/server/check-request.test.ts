import { request as ask, createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COOKIE, checkRequest, type Gate, gateOf } from '../../src/server/check-request.ts';

let gate: Gate;
let remote = false;
let port = 0;
let path = '/';
const server = createServer((incoming, response) => {
  // Tests cannot connect from elsewhere, so the remote address is replaced; it alone tells clients apart.
  const seen = remote ? fromAfar(incoming) : incoming;
  const asker = checkRequest(seen, gate);
  const none = { role: null, isLedHere: false, isFramed: false };
  const { role, isLedHere, isFramed } = 'status' in asker ? none : asker;
  if (role !== null)
    response.setHeader('role', `${role}${isLedHere ? ', led here' : ''}${isFramed ? ', framed' : ''}`);
  response.end(JSON.stringify('status' in asker ? asker.status : 200));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

function fromAfar(incoming: IncomingMessage): IncomingMessage {
  return Object.create(incoming, { socket: { value: { remoteAddress: '192.168.1.7' } } }) as IncomingMessage;
}

async function status(headers: Readonly<Record<string, string>>): Promise<number> {
  return (await judged(headers)).status;
}

/** The role of the client, and the status with which a request is refused. */
function judged(
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly role: unknown }> {
  return new Promise((resolve, reject) => {
    const sent = ask(
      { port, path, host: '127.0.0.1', headers: { host: `localhost:${port}`, ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: Number(text), role: answer.headers.role }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('on this machine', () => {
  beforeAll(() => {
    gate = gateOf('127.0.0.1', () => 'unused');
    remote = false;
  });

  test.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]'])('%s is answered', async (host) => {
    expect(await status({ host: `${host}:${port}` })).toBe(200);
  });

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io', '192.168.1.7', ''])(
    'the name "%s" is none of this server: DNS rebinding',
    async (host) => {
      expect(await status({ host: `${host}:${port}` })).toBe(403);
    },
  );

  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost', 403],
    ['http://localhost:PORT', 200],
    ['https://localhost:PORT', 403],
  ])('a page of %s: %i', async (origin, expected) => {
    expect(await status({ origin: origin.replace('PORT', `${port}`) })).toBe(expected);
  });

  test('another site may link here, and embed nothing', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const ask = (mode: string, dest: string) =>
        status({ 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest });
      expect(await ask('navigate', 'document')).toBe(200);
      const led = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
      expect((await judged(led)).role).toBe('here, led here');
      expect(await ask('navigate', 'iframe')).toBe(403);
      expect(await ask('navigate', 'object')).toBe(403);
      expect(await ask('no-cors', 'script')).toBe(403);
      expect(await ask('websocket', 'websocket')).toBe(403);
    }
    expect(await status({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'no-cors' })).toBe(200);
  });
});

describe('for an editor', () => {
  const frame = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
  beforeAll(() => {
    gate = gateOf('127.0.0.1', () => 'unused', { frameKey: 'k3y' });
    remote = false;
  });
  afterAll(() => {
    path = '/';
  });

  test.each([
    ['/ada/4?editor=k3y', 'cross-site', 'here, led here, framed'],
    ['/ada/4?editor=k3y', 'same-site', 'here, led here, framed'],
    ['/ada/4?editor=other', 'cross-site', undefined],
    ['/ada/4?editor=', 'cross-site', undefined],
    ['/ada/4', 'cross-site', undefined],
    ['//?editor=k3y', 'cross-site', undefined],
    // When the page navigates by itself.
    ['/qa/2', 'same-origin', 'here, framed'],
  ])('%s may stand in a frame, asked for from %s: %s', async (address, site, role) => {
    path = address;
    expect((await judged({ ...frame, 'sec-fetch-site': site })).role).toBe(role);
  });

  test('nothing but a page for a frame is let in by the key', async () => {
    path = '/ada/4?editor=k3y';
    const ask = (mode: string, dest: string) =>
      status({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode, 'sec-fetch-dest': dest });
    expect(await ask('no-cors', 'script')).toBe(403);
    expect(await ask('cors', 'empty')).toBe(403);
    expect(await ask('navigate', 'object')).toBe(403);
  });
});

describe('for others', () => {
  beforeAll(() => {
    const drawn = ['123456', '654321'];
    gate = gateOf('0.0.0.0', () => drawn.shift() ?? '');
    remote = true;
  });

  test.each([
    ['', 401],
    [`${COOKIE}=123457`, 401],
    [`${COOKIE}=12345`, 401],
    [`x${COOKIE}=123456`, 401],
    [`${COOKIE}=123456`, 200],
    [`a=b; ${COOKIE}=123456; c=d`, 200],
  ])('the cookie "%s": %i', async (cookie, expected) => {
    expect(await status({ cookie })).toBe(expected);
  });

  test('one password lets look, the other one makes a device of the organiser’s', async () => {
    expect(await judged({ cookie: `${COOKIE}=123456` })).toEqual({ status: 200, role: 'guest' });
    expect(await judged({ cookie: `${COOKIE}=654321` })).toEqual({ status: 200, role: 'device' });
  });

  test('who sits at this machine needs no password', async () => {
    remote = false;
    expect(await judged({})).toEqual({ status: 200, role: 'here' });
    remote = true;
  });
});
