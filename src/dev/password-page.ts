import type { IncomingMessage, ServerResponse } from 'node:http';
import { COOKIE, type Gate, isEqual } from './check-request.ts';

const ORIGIN = 'http://localhost';
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>talkdeck</title>
<form><label>Password <input name="password" autocomplete="off" autofocus></label> <button>Open</button></form>
`;

/** Asks for the password, which is shown where `talkdeck dev` was started; with the right one it opens the page. */
export function passwordPage(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  { password }: Gate,
): void {
  // `//` is no address.
  const { pathname, searchParams } = new URL(URL.canParse(url, ORIGIN) ? url : '/', ORIGIN);
  const given = searchParams.get('password');
  if (password !== null && given !== null && isEqual(given, password)) {
    const cookie = `${COOKIE}=${password}; Path=/; HttpOnly; SameSite=Strict`;
    response.writeHead(302, { Location: pathname, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end();
    return;
  }
  response.writeHead(401, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(PAGE);
}
