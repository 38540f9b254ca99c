import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { isLoopback } from './is-loopback.ts';

/** Who may ask. */
export interface Gate {
  /** Names and addresses under which the server may be called, without port. */
  readonly hosts: ReadonlySet<string>;
  /** What those on other machines must know; null where there can be none. */
  readonly passwords: Passwords | null;
}

export interface Passwords {
  /** Lets a guest look. */
  readonly guest: string;
  /** Makes a device one of the organiser's own. */
  readonly device: string;
}

/** Each may do what the one before may: look; steer what is shown; open files on the machine that serves. */
export const ROLES = ['guest', 'device', 'here'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Asker {
  readonly role: Role;
  /** Whether a page of another site led here: its reader shall see a page, and nothing else. */
  readonly isLedHere: boolean;
}

/** Why a request is refused. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

export const COOKIE = 'talkdeck';

/**
 * Who makes a request that may be answered. Refused is who calls the server by a name that is not its own (a page of
 * another site whose name was made to lead here), what a page of another site asks for, and who does not know a
 * password on another machine.
 */
export function checkRequest(request: IncomingMessage, { hosts, passwords }: Gate): Asker | Refusal {
  const { headers } = request;
  const { host = '', origin } = headers;
  if (!hosts.has(nameOf(host)))
    return { status: 403, message: `This server is not called "${nameOf(host)}".` };
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: 'Another site asks.' };
  const isLedHere = isOfAnotherSite(headers);
  if (isLedHere && !isNavigation(headers)) return { status: 403, message: 'Another site asks.' };
  const role = isLoopback(request) || passwords === null ? 'here' : roleOf(passwords, givenBy(headers));
  return role === null ? { status: 401, message: 'The password is missing.' } : { role, isLedHere };
}

/** Who knows a password; null for one that is none. */
export function roleOf({ guest, device }: Passwords, given: string): Role | null {
  if (isEqual(given, device)) return 'device';
  return isEqual(given, guest) ? 'guest' : null;
}

export function mayAct(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

function givenBy({ cookie = '' }: IncomingHttpHeaders): string {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(cookie)?.[1] ?? '';
}

/** What another server of this machine sends counts as another site's: for a browser, all ports of a name are one. */
function isOfAnotherSite({ 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  return site === 'cross-site' || site === 'same-site';
}

/** Others may link here, and nothing else. A page in a frame could be covered, and clicked unseen. */
function isNavigation(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** Takes as long for every wrong password. */
export function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
