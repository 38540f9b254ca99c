import { randomInt, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { hostName, ownAddresses } from './addresses.ts';

/** Who may access the server. */
export interface Gate {
  /** Host names and addresses of the server, without port. */
  readonly hosts: ReadonlySet<string>;
  /** Passwords for other machines; null if none can connect. */
  readonly passwords: Passwords | null;
  /** Key in the address of a page that an editor shows in a frame; without it, pages cannot be framed. */
  readonly frameKey?: string;
}

export interface Passwords {
  /** Lets a guest look. */
  readonly guest: string;
  /** Makes a device one of the organiser's. */
  readonly device: string;
}

/** Each includes the rights of the one before: look; control what is shown; open files on the serving machine. */
const ROLES = ['guest', 'device', 'here'] as const;
export type Role = (typeof ROLES)[number];

/** The sender of a request. */
export interface Asker {
  readonly role: Role;
  /** Whether a page of another site led here: its reader may see a page, and nothing else. */
  readonly isLedHere: boolean;
  /** Whether the page is for a frame in an editor's window with the key. */
  readonly isFramed: boolean;
}

/** Why a request is refused. */
interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

export const COOKIE = 'talkdeck';

/**
 * Identifies the sender of a permitted request. Refused are requests that call the server by another name (a page of
 * another site whose name was made to resolve to this machine), requests from pages of other sites, and those from
 * other machines without a password.
 */
export function checkRequest(
  request: IncomingMessage,
  { hosts, passwords, frameKey }: Gate,
): Asker | Refusal {
  const { headers } = request;
  const { host = '', origin } = headers;
  if (!hosts.has(nameOf(host)))
    return { status: 403, message: `This server is not called "${nameOf(host)}".` };
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, message: 'Another site asks.' };
  const isLedHere = isOfAnotherSite(headers);
  const isFramed = frameKey !== undefined && isForFrame(request, frameKey);
  if (isLedHere && !isNavigation(headers) && !isFramed) return { status: 403, message: 'Another site asks.' };
  const role = isLoopback(request) || passwords === null ? 'here' : roleOf(passwords, givenBy(headers));
  return role === null ? { status: 401, message: 'The password is missing.' } : { role, isLedHere, isFramed };
}

export function mayAct(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Too long to guess, even with fast attempts, and easy to read out: no two characters look alike. */
export function makePassword(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Access rules for a server that listens on `host`.
 * @param makePassword called for each password, but not if no other machine can connect
 * @param frame key that lets an editor's window frame pages; none by default
 */
export function gateOf(host: string, makePassword: () => string, frame: Pick<Gate, 'frameKey'> = {}): Gate {
  const given = hostName(host);
  if (LOCAL.includes(given)) return { hosts: new Set(LOCAL), passwords: null, ...frame };
  const name = hostname().toLowerCase();
  const hosts = [...LOCAL, given, name, `${name}.local`, ...ownAddresses(host)];
  return { hosts: new Set(hosts), passwords: { guest: makePassword(), device: makePassword() }, ...frame };
}

const ORIGIN = 'http://localhost';
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>talkdeck</title>
<form><label>Password <input name="password" autocomplete="off" autofocus></label> <button>Open</button></form>
`;

/** Asks for a password, which is shown where the server was started; a correct one opens the page. */
export function passwordPage(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  passwords: Passwords,
): void {
  const { pathname, given } = readPassword(url);
  if (given !== null && roleOf(passwords, given) !== null) {
    const cookie = `${COOKIE}=${given}; Path=/; HttpOnly; SameSite=Strict`;
    response.writeHead(302, { Location: pathname, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end();
    return;
  }
  response.writeHead(401, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(PAGE);
}

/** Whether an address contains one of the passwords. */
export function bringsPassword({ url = '/' }: IncomingMessage, passwords: Passwords): boolean {
  const { given } = readPassword(url);
  return given !== null && roleOf(passwords, given) !== null;
}

function readPassword(url: string): { readonly pathname: string; readonly given: string | null } {
  // `//` is not an address.
  const { pathname, searchParams } = new URL(URL.canParse(url, ORIGIN) ? url : '/', ORIGIN);
  return { pathname, given: searchParams.get('password') };
}

/** The role of a password's owner; null if it is wrong. */
function roleOf({ guest, device }: Passwords, given: string): Role | null {
  if (isEqual(given, device)) return 'device';
  return isEqual(given, guest) ? 'guest' : null;
}

function givenBy({ cookie = '' }: IncomingHttpHeaders): string {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(cookie)?.[1] ?? '';
}

/** Requests from another server on this machine count as another site's: for a browser, all ports of a name are one. */
function isOfAnotherSite({ 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  return site === 'cross-site' || site === 'same-site';
}

/** Other sites may link here, and nothing else. A framed page could be covered and made to receive clicks. */
function isNavigation(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

/**
 * Anybody with the key may frame a page. When that page navigates or reloads itself, it needs no key: other sites'
 * pages cannot make it do so.
 */
function isForFrame({ headers, url = '/' }: IncomingMessage, key: string): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': dest, 'sec-fetch-site': site } = headers;
  if (mode !== 'navigate' || dest !== 'iframe') return false;
  if (site === 'same-origin') return true;
  const { searchParams } = new URL(URL.canParse(url, ORIGIN) ? url : '/', ORIGIN);
  return isEqual(searchParams.get(FRAME_PARAMETER) ?? '', key);
}

/** In an address; also tells the page to report to the editor where its reader goes. */
export const FRAME_PARAMETER = 'editor';

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** Takes the same time for every wrong password. */
function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a request comes from this machine. */
function isLoopback({ socket }: IncomingMessage): boolean {
  const { remoteAddress = '' } = socket;
  return remoteAddress === '::1' || /^(?:::ffff:)?127\./.test(remoteAddress);
}
