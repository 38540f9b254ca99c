import { randomInt, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { hostName, ownAddresses } from './addresses.ts';

/** Who may ask. */
export interface Gate {
  /** Names and addresses under which the server may be called, without port. */
  readonly hosts: ReadonlySet<string>;
  /** What those on other machines must know; null where there can be none. */
  readonly passwords: Passwords | null;
  /** What an editor's window has in the address of a page that it shows in a frame; without it none is shown so. */
  readonly frameKey?: string;
}

export interface Passwords {
  /** Lets a guest look. */
  readonly guest: string;
  /** Makes a device one of the organiser's own. */
  readonly device: string;
}

/** Each may do what the one before may: look; steer what is shown; open files on the machine that serves. */
const ROLES = ['guest', 'device', 'here'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Asker {
  readonly role: Role;
  /** Whether a page of another site led here: its reader shall see a page, and nothing else. */
  readonly isLedHere: boolean;
  /** Whether the page is for a frame in the window of an editor that may have it. */
  readonly isFramed: boolean;
}

/** Why a request is refused. */
interface Refusal {
  readonly status: 401 | 403;
  readonly message: string;
}

export const COOKIE = 'talkdeck';

/**
 * Who makes a request that may be answered. Refused is who calls the server by a name that is not its own (a page of
 * another site whose name was made to lead here), what a page of another site asks for, and who does not know a
 * password on another machine.
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

/** Nobody guesses it, however fast they ask; and it can be read out: no two characters look alike. */
export function makePassword(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Who may ask a server that listens on `host`.
 * @param makePassword called for each password, and not where there can be nobody on another machine
 * @param frame what lets an editor's window show pages in a frame; none by default
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

/** Asks for a password, which is shown where `talkdeck dev` was started; with a right one it opens the page. */
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

/** Whether an address has one of the passwords in it. */
export function bringsPassword({ url = '/' }: IncomingMessage, passwords: Passwords): boolean {
  const { given } = readPassword(url);
  return given !== null && roleOf(passwords, given) !== null;
}

function readPassword(url: string): { readonly pathname: string; readonly given: string | null } {
  // `//` is no address.
  const { pathname, searchParams } = new URL(URL.canParse(url, ORIGIN) ? url : '/', ORIGIN);
  return { pathname, given: searchParams.get('password') };
}

/** Who knows a password; null for one that is none. */
function roleOf({ guest, device }: Passwords, given: string): Role | null {
  if (isEqual(given, device)) return 'device';
  return isEqual(given, guest) ? 'guest' : null;
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

/**
 * Whoever knows the key may show a page in a frame. Where that page goes to by itself, or loads again, it needs none: no
 * other site's page can make it do so.
 */
function isForFrame({ headers, url = '/' }: IncomingMessage, key: string): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': dest, 'sec-fetch-site': site } = headers;
  if (mode !== 'navigate' || dest !== 'iframe') return false;
  if (site === 'same-origin') return true;
  const { searchParams } = new URL(URL.canParse(url, ORIGIN) ? url : '/', ORIGIN);
  return isEqual(searchParams.get(FRAME_PARAMETER) ?? '', key);
}

/** Of an address, also for the page itself, which then tells the editor where its reader goes. */
export const FRAME_PARAMETER = 'editor';

function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** Takes as long for every wrong password. */
function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether a request comes from this machine. */
function isLoopback({ socket }: IncomingMessage): boolean {
  const { remoteAddress = '' } = socket;
  return remoteAddress === '::1' || /^(?:::ffff:)?127\./.test(remoteAddress);
}
