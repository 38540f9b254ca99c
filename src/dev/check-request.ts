import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isLoopback } from './is-loopback.ts';

/** Who may ask. */
export interface Gate {
  /** Names and addresses under which the server may be called, without port. */
  readonly hosts: ReadonlySet<string>;
  /** What those on other machines must know; null where there can be none. */
  readonly password: string | null;
}

/** Why a request is refused. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

export const COOKIE = 'talkdeck';

/**
 * Null for a request that may be answered. Refused is who calls the server by a name that is not its own (a page of
 * another site whose name was made to lead here), what a page of another site asks for, and who does not know the
 * password on another machine.
 */
export function checkRequest(request: IncomingMessage, { hosts, password }: Gate): Refusal | null {
  const { headers } = request;
  const { host = '', origin, cookie = '' } = headers;
  if (!hosts.has(nameOf(host)))
    return { status: 403, message: `This server is not called "${nameOf(host)}".` };
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: 'Another site asks.' };
  if (isOfAnotherSite(headers)) return { status: 403, message: 'Another site asks.' };
  if (password === null || isLoopback(request)) return null;
  const given = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(cookie)?.[1] ?? '';
  return isEqual(given, password) ? null : { status: 401, message: 'The password is missing.' };
}

/**
 * Others may link here, and nothing else. What another server of this machine sends counts as another site's: for a
 * browser, all ports of a name are one site. A page in a frame could be covered, and clicked unseen.
 */
function isOfAnotherSite(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== 'cross-site' && site !== 'same-site') return false;
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document';
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** Takes as long for every wrong password. */
export function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
