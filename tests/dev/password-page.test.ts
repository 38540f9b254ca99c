import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COOKIE } from '../../src/dev/check-request.ts';
import { passwordPage } from '../../src/dev/password-page.ts';

const gate = { hosts: new Set(['127.0.0.1']), password: '123456' };
const server = createServer((request, response) => passwordPage(request, response, gate));
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

test('with the right one opens the page that was asked for, on this server', async () => {
  const { status, headers } = await ask('/qa/3?password=123456');
  expect([status, headers.get('location')]).toEqual([302, '/qa/3']);
  expect(headers.get('set-cookie')).toBe(`${COOKIE}=123456; Path=/; HttpOnly; SameSite=Strict`);
  expect((await ask('//evil.example/x?password=123456')).headers.get('location')).toBe('/x');
  expect((await ask('/\\evil.example/x?password=123456')).headers.get('location')).toBe('/x');
});
