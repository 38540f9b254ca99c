import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COOKIE, passwordPage } from '../../src/server/check-request.ts';

const passwords = { guest: '123456', device: '654321' };
const server = createServer((request, response) => passwordPage(request, response, passwords));
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = (path: string) => fetch(url + path, { redirect: 'manual' });

test('asks for the password, also when a wrong one was given', async () => {
  for (const path of ['/', '//', '/qa/3', '/?password=', '/?password=123457', '/?password=1234567']) {
    const { status, headers } = await ask(path);
    expect([status, headers.get('set-cookie')]).toEqual([401, null]);
  }
});

test.each([
  ['of one character', 'x'],
  ['of 10,000 characters', '1'.repeat(10_000)],
  ['in Chinese, of as many bytes', '密码'],
  ['with NUL', '123\u0000456'],
  ['in full-width digits', '１２３４５６'],
  ['with half an escape', '%E5%'],
])('one %s is wrong, and asked for again', async (_, given) => {
  for (const written of [given, encodeURIComponent(given)]) {
    const { status, headers } = await ask(`/?password=${written}`);
    expect([status, headers.get('set-cookie')]).toEqual([401, null]);
  }
});

test('one that is longer than a request may be is refused by the server, which goes on', async () => {
  expect((await ask(`/?password=${'1'.repeat(100_000)}`)).status).toBe(431);
  expect((await ask('/')).status).toBe(401);
});

test('a device of the organiser’s opens it with a password of its own', async () => {
  const { status, headers } = await ask('/qa/presenter/3?password=654321');
  expect([status, headers.get('location')]).toEqual([302, '/qa/presenter/3']);
  expect(headers.get('set-cookie')).toBe(`${COOKIE}=654321; Path=/; HttpOnly; SameSite=Strict`);
});

test('with the right one opens the page that was asked for, on this server', async () => {
  const { status, headers } = await ask('/qa/3?password=123456');
  expect([status, headers.get('location')]).toEqual([302, '/qa/3']);
  expect(headers.get('set-cookie')).toBe(`${COOKIE}=123456; Path=/; HttpOnly; SameSite=Strict`);
  expect((await ask('//evil.example/x?password=123456')).headers.get('location')).toBe('/x');
  expect((await ask('/\\evil.example/x?password=123456')).headers.get('location')).toBe('/x');
});
