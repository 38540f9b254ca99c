import type { IncomingMessage, ServerResponse } from 'node:http';
import { COOKIE, type Passwords, roleOf } from './check-request.ts';

const ORIGIN = 'http://localhost';
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>talkdeck</title>
<form><label>Password <input name="password" autocomplete="off" autofocus></label> <button>Open</button></form>
`;

/** Asks for a password, which is shown where `talkdeck dev` was started; with a right one it opens the page. */
export function passwordPage(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  passwords: Passwords,
): void {
  // `//` is no address.
  const { pathname, searchParams } = new URL(URL.canParse(url, ORIGIN) ? url : '/', ORIGIN);
  const given = searchParams.get('password');
  if (given !== null && roleOf(passwords, given) !== null) {
    const cookie = `${COOKIE}=${given}; Path=/; HttpOnly; SameSite=Strict`;
    response.writeHead(302, { Location: pathname, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end();
    return;
  }
  response.writeHead(401, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(PAGE);
}
